package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.haven.client.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How are you today: two questions, and an answer, in two browsers side by side.
@ExtendWith(Setting.Given.class)
class CheckinPagesIT {
  private static final String TIRED = "Tired, and a bit flat";

  private final Setting setting;
  private final Someone alex;
  private final Someone sam;

  CheckinPagesIT(Setting setting) {
    this.setting = setting;
    setting.couple();
    setting.api(SAM).patch("/api/v1/me", Api.data().put("locale", "de")).expect(200);
    this.alex = setting.open(ALEX, Shape.PHONE, Words.english());
    this.sam = setting.open(SAM, Shape.WIDE, Words.german());
  }

  @BeforeEach
  void alexIsAboutToTell() {
    for (var someone : new Someone[] {alex, sam}) {
      someone.signIn();
      someone.sees("us.nothing");
    }
    alex.goTo("/today");
    alex.field("checkin.feeling").fill(TIRED);
    alex.choose("checkin.needAffection");
  }

  @AfterEach
  void nothingWentWrongInTheBrowsers() {
    for (var someone : new Someone[] {alex, sam}) someone.observed().assertNoComplaint();
    alex.close();
    sam.close();
  }

  @Test
  void aDayIsAnsweredInOneTapAndTheAnswerCanBeAnother() {
    alex.button("checkin.send", "name", "Sam").click();
    alex.sees("checkin.sent", "name", "Sam");
    sam.sees("checkin.told", "feeling", TIRED);
    sam.hears("spoken.checkin", "name", "Alex");
    sam.button("checkin.offerAffection").click();
    sam.sees("checkin.youSaid");
    alex.goTo("/");
    alex.seesWords("Come here, let me hold you.");
    sam.button("checkin.change").click();
    sam.button("checkin.ownWords").click();
    sam.field("checkin.answerWords").fill("Bin gleich da.");
    sam.page.getByLabel(sam.words.say("checkin.keep")).check();
    sam.button("checkin.send", "name", "Alex").click();
    alex.seesWords("Bin gleich da.");
    alex.button("checkin.putAway").click();
    alex.sees("us.nothing");
    await()
        .untilAsserted(() ->
            assertThat(setting.api(SAM).get("/api/v1/snapshot").body().path("favourites"))
                .hasSize(1));
  }

  @Test
  void whatIsToldOfflineGoesOnceAndWhatIsTakenBackLeavesBothScreens() {
    alex.line().cut();
    alex.sees("link.offline");
    alex.button("checkin.send", "name", "Sam").click();
    alex.sees("act.willBeSent");
    alex.line().mend();
    sam.sees("checkin.told", "feeling", TIRED);
    alex.button("checkin.takeBack").click();
    sam.sees("us.nothing");
    assertThat(setting.api(SAM).get("/api/v1/checkins").body().path("items")).hasSize(1);
    sam.goTo("/today");
    sam.sees("checkin.takenBack");
    assertThat(sam.page.getByText(TIRED)).hasCount(0);
  }

  @Test
  void whatIsTypedStaysThroughAReload() {
    alex.page.reload();
    assertThat(alex.field("checkin.feeling")).hasValue(TIRED);
    assertThat(alex.field("checkin.needAffection")).isChecked();
    sam.sees("us.nothing");
  }
}
