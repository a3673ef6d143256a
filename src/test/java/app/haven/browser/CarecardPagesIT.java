package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What helps Alex, written and shown in one browser and read in the other while Alex is away.
@ExtendWith(Setting.Given.class)
class CarecardPagesIT {
  private static final String WATER = "Bring me a glass of water.";

  private final Setting setting;
  private final Someone alex;
  private final Someone sam;

  CarecardPagesIT(Setting setting) {
    this.setting = setting;
    setting.couple();
    setting.api(SAM).patch("/api/v1/me", Api.data().put("locale", "de")).expect(200);
    this.alex = setting.open(ALEX, Shape.PHONE, Words.english());
    this.sam = setting.open(SAM, Shape.WIDE, Words.german());
  }

  @BeforeEach
  void alexWritesWhatHelps() {
    for (var someone : new Someone[] {alex, sam}) {
      someone.signIn();
      someone.sees("us.nothing");
    }
    alex.goTo("/what-helps-me");
    in("care.helps").getByText(alex.words.say("care.write")).click();
    alex.field("care.words").fill(WATER);
    alex.button("care.keep").click();
    alex.seesWords(WATER);
    assertThat(in("care.helps").getByText(alex.words.say("care.only"))).isVisible();
  }

  @AfterEach
  void nothingWentWrongInTheBrowsers() {
    for (var someone : new Someone[] {alex, sam}) someone.observed().assertNoComplaint();
    alex.close();
    sam.close();
  }

  /// A section of the page.
  private Locator in(String key) {
    var name = alex.words.say(key);
    return alex.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
  }

  @Test
  void theOneWhoWaitsReadsWhatIsShownAndNothingOnceItIsHidden() {
    var shown = "/api/v1/snapshot";
    assertThat(setting.api(SAM).get(shown).expect(200).raw().body()).doesNotContain(WATER);
    alex.button("care.show", "name", "Sam").click();
    alex.sees("care.preview", "name", "Sam");
    alex.button("care.showNow", "name", "Sam").click();
    assertThat(in("care.helps").getByText(alex.words.say("care.hideNext", "name", "Sam")))
        .isVisible();
    alex.goTo("/space");
    alex.button("space.tell", "name", "Sam").click();
    assertThat(alex.heading("break.title")).isVisible();
    sam.goTo("/waiting");
    sam.sees("care.theirHelp", "name", "Alex");
    sam.seesWords(WATER);
    alex.goTo("/what-helps-me");
    alex.button("care.hide", "name", "Sam").click();
    assertThat(in("care.helps").getByText(alex.words.say("care.only"))).isVisible();
    assertThat(sam.page.getByText(WATER)).isHidden();
    assertThat(setting.api(SAM).get(shown).expect(200).raw().body()).doesNotContain(WATER);
  }

  @Test
  void whatIsTypedStaysThroughAReloadAndIsTakenOut() {
    in("care.helps").getByText(alex.words.say("care.change")).click();
    alex.field("care.words").fill("Something else");
    alex.page.reload();
    alex.seesWords(WATER);
    in("care.helps").getByText(alex.words.say("care.change")).click();
    assertThat(alex.field("care.words")).hasValue("Something else");
    alex.page.keyboard().press("Escape");
    alex.button("care.clear").click();
    assertThat(alex.page.getByText(WATER)).isHidden();
  }
}
