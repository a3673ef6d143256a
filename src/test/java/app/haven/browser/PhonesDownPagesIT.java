package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A time with the phones away, on two devices: an English phone and a German desk.
@ExtendWith(Setting.Given.class)
class PhonesDownPagesIT {
  private final Setting setting;
  private final Pair pair;
  private final Someone alex;
  private final Someone sam;

  PhonesDownPagesIT(Setting setting) {
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

  private JsonNode one() {
    return setting.api(ALEX).get("/api/v1/snapshot").body().path("phonesDown").path(0);
  }

  @Test
  void itBeginsWithTheYesOnBothScreensAndEitherEndsIt() {
    alex.goTo("/together");
    alex.door("phonesDown.title").tap();
    alex.page.locator("input[value='30']").check();
    alex.button("phonesDown.ask", "name", "Sam").tap();
    alex.sees("phonesDown.waits", "name", "Sam");
    sam.hears("phonesDown.spokenProposed", "name", "Alex");
    sam.button("phonesDown.yes").click();
    for (var someone : new Someone[] {alex, sam}) {
      someone.sees("phonesDown.quiet");
      assertThat(someone.page.getByRole(AriaRole.TIMER)).isVisible();
    }
    assertThat(one().path("minutes").intValue()).isEqualTo(30);
    sam.goTo("/");
    assertThat(sam.link("phonesDown.open")).isVisible();
    sam.link("phonesDown.open").click();
    sam.sees("phonesDown.quiet");
    alex.button("phonesDown.end").tap();
    for (var someone : new Someone[] {alex, sam}) someone.sees("phonesDown.over");
    sam.link("phonesDown.home").click();
    sam.sees("us.nothing");
    nothingWentWrong();
  }

  @Test
  void itIsAskedForOfflineForATimeAndEitherCallsItOff() {
    alex.goTo("/phones-down");
    alex.choose("phonesDown.at");
    alex.page.locator("input[type=date]").fill(LocalDate.now().plusDays(20).toString());
    alex.sees("phonesDown.far");
    alex.page.locator("input[type=date]").fill(LocalDate.now().plusDays(2).toString());
    alex.line().cut();
    alex.sees("link.offline");
    alex.button("phonesDown.ask", "name", "Sam").tap();
    alex.sees("act.willBeSent");
    assertThat(sam.button("phonesDown.yes")).hasCount(0);
    alex.line().mend();
    sam.button("phonesDown.yes").click();
    alex.sees("phonesDown.agreed");
    sam.sees("phonesDown.agreed");
    sam.goTo("/");
    assertThat(sam.link("phonesDown.open")).isVisible();
    alex.button("phonesDown.callOff").tap();
    sam.sees("us.nothing");
    assertThat(one().path("state").asText()).isEqualTo("over");
  }

  @Test
  void notNowIsAGoodAnswerAndHasItsRest() {
    alex.goTo("/phones-down");
    alex.button("phonesDown.ask", "name", "Sam").tap();
    sam.button("phonesDown.notNow").click();
    alex.sees("phonesDown.saidNotNow", "name", "Sam");
    sam.sees("us.nothing");
    alex.button("phonesDown.ask", "name", "Sam").tap();
    alex.sees("phonesDown.resting", "name", "Sam");
    sam.goTo("/phones-down");
    sam.button("phonesDown.ask", "name", "Alex").click();
    sam.button("phonesDown.takeBack").click();
    assertThat(sam.button("phonesDown.ask", "name", "Alex")).isVisible();
  }

  @Test
  void theAppOpensOnTheCalmPageOnceAndSpaceIsOneTapAway() {
    var slot = Api.data().put("slot", Api.id().toString());
    setting
        .api(SAM)
        .command(pair.couple(), "phonesDown.propose", slot.deepCopy().put("minutes", 60))
        .expect(200);
    setting.api(ALEX).command(pair.couple(), "phonesDown.accept", slot).expect(200);
    for (var someone : new Someone[] {alex, sam}) someone.sees("phonesDown.quiet");
    alex.goTo("/");
    alex.link("phonesDown.open").tap();
    alex.sees("phonesDown.quiet");
    alex.page.locator("main a[href='/space']").tap();
    alex.button("space.tell", "name", "Sam").tap();
    assertThat(alex.heading("break.title")).isVisible();
    sam.sees("phonesDown.away");
    assertThat(sam.button("phonesDown.end")).isVisible();
    assertThat(one().path("state").asText()).as("a time-out ends nothing").isEqualTo("running");
    nothingWentWrong();
  }
}
