package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.haven.client.Api;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// An agreement in two browsers: Alex on a phone in English proposes it, Sam on a wide screen in
/// German says it otherwise.
@ExtendWith(Setting.Given.class)
class AgreementPagesIT {
  private static final String WHY = "Calm evenings.";
  private static final String WORD = "Kamillentee";
  private static final String MINE = "I put the phone away at nine.";

  private final Setting setting;
  private Pair pair;
  private Someone alex;
  private Someone sam;

  AgreementPagesIT(Setting setting) {
    this.setting = setting;
    this.pair = setting.couple();
    setting.api(SAM).patch("/api/v1/me", Api.data().put("locale", "de")).expect(200);
    this.alex = setting.open(ALEX, Shape.PHONE, Words.english());
    this.sam = setting.open(SAM, Shape.WIDE, Words.german());
  }

  @BeforeEach
  void bothAreThere() {
    for (var someone : new Someone[] {alex, sam}) {
      someone.signIn();
      someone.sees("us.nothing");
    }
  }

  @AfterEach
  void closeBoth() {
    alex.close();
    sam.close();
  }

  private void nothingWentWrong() {
    for (var someone : new Someone[] {alex, sam}) someone.observed().assertNoComplaint();
  }

  private void next() {
    alex.button("agreement.next").tap();
  }

  @Test
  void fromTheProposalOverOtherWordsToTwoYesesAndTheEnd() {
    alex.goTo("/together");
    alex.door("agreement.title").tap();
    alex.link("agreement.start").tap();
    next();
    next();
    alex.isTold(alex.field("agreement.whyShort"), "agreement.needed");
    alex.field("agreement.whyShort").fill(WHY);
    next();
    alex.field("agreement.iShort").fill(MINE);
    next();
    next();
    next();
    assertThat(alex.heading("agreement.preview", "name", "Sam")).isVisible();
    sam.sees("us.nothing");
    alex.button("agreement.send", "name", "Sam").tap();
    alex.sees("agreement.mineWaits", "name", "Sam");

    sam.seesWords(MINE);
    sam.hears("agreement.spokenProposed", "name", "Alex");
    sam.link("agreement.otherwise").click();
    sam.button("agreement.next").click();
    sam.field("agreement.iShort").fill("Ich koche.");
    sam.button("agreement.next").click();
    assertThat(sam.field("agreement.youShort", "name", "Alex")).hasValue(MINE);
    sam.button("agreement.next").click();
    sam.button("agreement.next").click();
    sam.button("agreement.send", "name", "Alex").click();
    sam.sees("agreement.mineWaits", "name", "Alex");

    alex.seesWords("Ich koche.");
    alex.button("agreement.yesOpen").tap();
    alex.button("agreement.yes").tap();
    alex.sees("agreement.holdsLine");
    sam.sees("agreement.holdsLine");
    assertThat(
            sam.page
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(MINE)))
        .hasCount(2);
    sam.button("agreement.end").first().click();
    sam.sees("agreement.endNext", "name", "Alex");
    sam.button("agreement.end").last().click();
    assertThat(alex.text("agreement.holdsLine")).isHidden();
    assertThat(alex.button("agreement.end")).hasCount(0);
    nothingWentWrong();
  }

  /// Until what a program said has reached this device: a form that is open does not change under
  /// somebody's thumb.
  private static void opensTheForm(Someone someone) {
    await()
        .atMost(Duration.ofSeconds(45))
        .untilAsserted(() -> {
          someone.goTo("/space");
          assertThat(someone.page.getByText(WORD).first())
              .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(5_000));
        });
  }

  /// The plan fills the form in; a longer time than it names is as free as before.
  @Test
  void theTimeOutFormStartsFromThePlan() {
    var agreement = Api.id().toString();
    var plan =
        about(agreement)
            .put("kind", "timeout_plan")
            .put("word", WORD)
            .put("minutes", 45)
            .put("longest", 120)
            .put("iWill", "I go to the garden.");
    setting.api(SAM).command(pair.couple(), "agreement.propose", plan).expect(200);
    var yes = about(agreement).put("version", 1);
    setting.api(ALEX).command(pair.couple(), "agreement.consent", yes).expect(200);
    opensTheForm(alex);
    assertThat(alex.page.locator("input[value='45']")).isChecked();
    opensTheForm(sam);
    sam.button("space.tell", "name", "Alex").click();
    sam.seesWords("I go to the garden.");
    nothingWentWrong();
  }

  /// The other has the same page open and sees no difference.
  @Test
  void aReminderIsForTheOneWhoSetItAlone() {
    var agreement = Api.id().toString();
    var need = about(agreement).put("kind", "need").put("why", WHY).put("iWill", MINE);
    setting.api(SAM).command(pair.couple(), "agreement.propose", need).expect(200);
    setting
        .api(ALEX)
        .command(pair.couple(), "agreement.consent", about(agreement).put("version", 1))
        .expect(200);
    for (var someone : new Someone[] {alex, sam}) {
      someone.goTo("/agreements");
      someone.door("agreement.need").click();
      someone.sees("agreement.holdsLine");
    }
    alex.button("agreement.remindOpen").tap();
    alex.button("agreement.remindSend").tap();
    alex.isTold(alex.field("agreement.remindWords"), "agreement.needed");
    alex.field("agreement.remindWords").fill("The phone sleeps in the kitchen.");
    alex.page.locator("input[value=monday]").check();
    alex.button("agreement.remindSend").tap();
    alex.seesWords("The phone sleeps in the kitchen.");
    alex.button("agreement.remindPause").tap();
    alex.sees("agreement.remindPaused");
    alex.button("agreement.remindResume").tap();
    assertThat(alex.button("agreement.remindPauseWeek")).isVisible();
    assertThat(sam.button("agreement.remindOpen")).isVisible();
    sam.goTo("/");
    sam.sees("us.nothing");
    alex.button("agreement.remindStop").tap();
    assertThat(alex.button("agreement.remindOpen")).isVisible();
    nothingWentWrong();
  }

  private static ObjectNode about(String agreement) {
    return Api.data().put("agreement", agreement);
  }
}
