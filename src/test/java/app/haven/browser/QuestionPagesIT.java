package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Pair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A question that both answer before either sees an answer, and a quarter of an hour together, on
/// two devices: an English phone and a German desk.
@ExtendWith(Setting.Given.class)
class QuestionPagesIT {
  private static final String LAKE = "The morning on the lake.";
  private static final String WINTER = "Unser erster Winter hier.";

  private final Setting setting;
  private final Pair pair;
  private final Someone alex;
  private final Someone sam;

  QuestionPagesIT(Setting setting) {
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

  @Test
  void bothAnswerAloneAndBothAnswersOpenAtOnce() {
    alex.goTo("/together");
    alex.door("question.title").tap();
    alex.sees("question.empty");
    alex.button("question.draw").tap();
    assertThat(alex.field("question.mine")).isVisible();
    sam.sees("question.invited", "name", "Alex");
    sam.hears("question.spokenDrawn", "name", "Alex");
    sam.link("question.look").click();
    alex.field("question.mine").fill(LAKE);
    alex.page.reload();
    assertThat(alex.field("question.mine")).hasValue(LAKE);
    alex.button("question.ready").tap();
    alex.sees("question.safe");
    sam.field("question.mine").fill(WINTER);
    sam.button("question.keep").click();
    sam.sees("question.kept");
    assertThat(sam.page.getByText(LAKE)).hasCount(0);
    sam.button("question.ready").click();
    for (var someone : new Someone[] {alex, sam}) {
      someone.seesWords(LAKE);
      someone.seesWords(WINTER);
    }
    alex.sees("question.theirTurn", "name", "Sam");
    sam.button("question.thank").click();
    alex.sees("question.tapped");
    takesBackTheirOwn();
    nothingWentWrong();
  }

  private void takesBackTheirOwn() {
    alex.button("question.erase").tap();
    alex.sees("question.eraseNext", "name", "Sam");
    alex.button("question.erase").last().tap();
    assertThat(sam.page.getByText(LAKE)).hasCount(0);
    assertThat(alex.page.getByText(LAKE)).hasCount(0);
    alex.seesWords(WINTER);
    sam.seesWords(WINTER);
  }

  @Test
  void lettingOneGoShowsTheNextToBothAndNothingElse() {
    alex.goTo("/questions");
    alex.button("question.draw").tap();
    sam.goTo("/questions");
    var sams = sam.page.locator("#asked");
    var alexs = alex.page.locator("#asked");
    var before = new String[] {sams.textContent(), alexs.textContent()};
    sam.button("question.another").click();
    assertThat(sams).not().hasText(before[0]);
    assertThat(alexs).not().hasText(before[1]);
    alex.button("question.away").tap();
    alex.sees("question.theirTurn", "name", "Sam");
    sam.button("question.pass", "name", "Alex").click();
    sam.sees("question.theirTurn", "name", "Alex");
    assertThat(alex.button("question.draw")).isVisible();
    nothingWentWrong();
  }

  @Test
  void aQuestionOfTheirOwnIsAddedOffline() {
    alex.goTo("/questions");
    alex.page.getByText(alex.words.within("question.own")).first().click();
    alex.line().cut();
    alex.sees("link.offline");
    alex.field("question.ownLabel").fill("What shall we cook?");
    alex.button("question.add").tap();
    alex.sees("act.willBeSent");
    sam.goTo("/questions");
    sam.page.getByText(sam.words.within("question.own")).first().click();
    assertThat(sam.page.getByText("What shall we cook?")).hasCount(0);
    alex.line().mend();
    sam.seesWords("What shall we cook?");
    assertThat(setting.api(SAM).get("/api/v1/own-questions").body().path("items")).hasSize(1);
  }

  @Test
  void theTurnGoesBackAndForthOnBothScreens() {
    alex.goTo("/together");
    alex.door("activity.title").tap();
    alex.page.getByText(alex.words.within("activity.steps")).first().click();
    alex.button("activity.offer").first().tap();
    alex.sees("activity.waits", "name", "Sam");
    sam.hears("activity.spokenOffered", "name", "Alex");
    sam.button("activity.yes").click();
    sam.sees("activity.listen", "name", "Alex");
    assertThat(sam.button("activity.pass")).hasCount(0);
    alex.button("activity.pass").tap();
    sam.button("activity.pass").click();
    assertThat(sam.button("activity.last")).isVisible();
    alex.button("activity.last").tap();
    sam.sees("activity.lead");
    assertThat(sam.button("activity.last")).hasCount(0);
    assertThat(setting.api(ALEX).get("/api/v1/snapshot").body().path("activities")).hasSize(1);
    nothingWentWrong();
  }

  @Test
  void aKindNoIsFineAndWhileSomebodyTakesSpaceNothingIsOffered() {
    alex.goTo("/activities");
    alex.page.getByText(alex.words.within("activity.steps")).first().click();
    alex.button("activity.offer").first().tap();
    sam.button("activity.notNow").click();
    alex.sees("activity.saidNotNow", "name", "Sam");
    sam.sees("us.nothing");
    var call =
        Api.data()
            .put("timeout", Api.id().toString())
            .put("minutes", 30)
            .put("reassurance", "Soon.");
    setting.api(SAM).command(pair.couple(), "timeout.call", call).expect(200);
    alex.sees("activity.quiet");
    assertThat(alex.button("activity.offer")).hasCount(0);
  }
}
