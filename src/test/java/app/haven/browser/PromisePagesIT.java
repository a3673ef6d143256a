package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Promises in two browsers: Alex on a phone in English makes them, Sam on a wide screen in German
/// reads the same list.
@ExtendWith(Setting.Given.class)
class PromisePagesIT {
  private static final String TEA = "I make tea on Sunday.";
  private static final String SMALLER = "I boil the water.";
  private static final Pattern BARE = Pattern.compile(".*/promises$");

  private final Setting setting;
  private Pair pair;
  private Someone alex;
  private Someone sam;

  PromisePagesIT(Setting setting) {
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

  /// To the question whether it can be done.
  private void write(String words) {
    alex.field("promise.words").fill(words);
    alex.button("promise.next").tap();
    assertThat(alex.heading("promise.canI")).isVisible();
  }

  private void make(String words) {
    alex.goTo("/promises");
    alex.button("promise.start").tap();
    write(words);
    alex.button("promise.yes").tap();
    assertThat(sheet(alex)).hasCount(0);
    alex.seesWords(words);
  }

  private static Locator sheet(Someone someone) {
    return someone.page.locator("dialog[open]");
  }

  @Test
  void fromTheQuestionWhetherItCanBeDoneToTheThanks() {
    alex.goTo("/together");
    alex.door("promise.title").tap();
    alex.sees("promise.empty");
    alex.button("promise.start").tap();
    alex.button("promise.next").tap();
    alex.isTold(alex.field("promise.words"), "promise.needed");
    write(TEA);
    alex.button("promise.smaller").tap();
    assertThat(alex.field("promise.words")).isFocused();
    alex.sees("promise.smallerHint");
    write(SMALLER);
    sam.sees("us.nothing");
    alex.button("promise.yes").tap();
    sam.seesWords(SMALLER);
    sam.hears("promise.spokenMade", "name", "Alex");
    assertThat(sam.page.getByText(TEA)).hasCount(0);
    alex.button("promise.change").tap();
    alex.field("promise.words").fill(TEA);
    alex.choose("promise.whenWeek");
    alex.button("promise.next").tap();
    alex.sees("promise.withNoticeNext");
    alex.button("promise.yes").tap();
    sam.seesWords(TEA);
    sam.sees("promise.changedWithNotice");
    for (var act : new String[] {"promise.keep", "promise.change", "promise.letGo"}) {
      assertThat(sam.button(act)).hasCount(0);
    }
    alex.button("promise.keep").tap();
    sam.sees("promise.keptAt");
    sam.button("promise.thank").click();
    sam.field("promise.thankWords").fill("Das tat gut.");
    sam.button("promise.thankSend").click();
    alex.seesWords("Das tat gut.");
    assertThat(alex.heading("promise.earlier")).isVisible();
    alex.goTo("/");
    alex.seesWords("Das tat gut.");
    alex.button("signal.read").tap();
    alex.sees("us.nothing");
    sam.goTo("/promises");
    sam.seesWords("Das tat gut.");
    assertThat(sam.button("promise.thank")).hasCount(0);
    nothingWentWrong();
  }

  @Test
  void whatIsLetGoGoesWithAWord() {
    make(TEA);
    alex.button("promise.letGo").tap();
    alex.button("promise.letGoSend").tap();
    alex.isTold(alex.field("promise.letGoWords", "name", "Sam"), "promise.needed");
    alex.field("promise.letGoWords", "name", "Sam").fill("I have to work.");
    alex.button("promise.letGoSend").tap();
    assertThat(alex.heading("promise.earlier")).isVisible();
    sam.seesWords("I have to work.");
    assertThat(sam.button("promise.thank")).hasCount(0);
    sam.button("signal.read").click();
    sam.sees("us.nothing");
    nothingWentWrong();
  }

  @Test
  void aTimeThatIsBehindIsSaidAtItsField() {
    alex.goTo("/promises");
    alex.button("promise.start").tap();
    alex.field("promise.words").fill(TEA);
    alex.choose("promise.whenOther");
    alex.field("promise.day").fill("2026-01-01");
    alex.button("promise.next").tap();
    alex.isTold(alex.field("promise.day"), "promise.timeBehind");
    assertThat(alex.field("promise.words")).hasValue(TEA);
    alex.page.reload();
    alex.button("promise.start").tap();
    assertThat(alex.field("promise.words")).hasValue(TEA);
    assertThat(setting.api(SAM).get("/api/v1/promises").body().path("items")).isEmpty();
    nothingWentWrong();
  }

  @Test
  void whatIsPromisedOfflineReachesTheOtherOnce() {
    alex.goTo("/promises");
    alex.line().cut();
    alex.sees("link.offline");
    alex.button("promise.start").tap();
    write(TEA);
    alex.button("promise.yes").tap();
    alex.sees("act.willBeSent");
    sam.sees("us.nothing");
    alex.line().mend();
    assertThat(alex.button("promise.keep")).hasCount(1);
    sam.seesWords(TEA);
    assertThat(sam.page.locator("main").getByText(TEA)).hasCount(1);
    assertThat(setting.api(SAM).get("/api/v1/promises").body().path("items")).hasSize(1);
  }

  @Test
  void theAnswerToARepairBecomesAPromise() {
    var repair = Api.id().toString();
    var sorry = Api.data().put("repair", repair).put("phrase", "sorry").put("asks", true);
    pair.first().command(pair.couple(), "repair.offer", sorry).expect(200);
    var need =
        Api.data().put("repair", repair).put("answer", "need").put("words", "Bitte klopf an.");
    pair.second().command(pair.couple(), "repair.answer", need).expect(200);
    alex.seesWords("Bitte klopf an.");
    alex.link("promise.outOfIt").tap();
    alex.sees("promise.fromRepair");
    assertThat(alex.page).hasURL(BARE);
    alex.seesWords("Bitte klopf an.");
    write("I knock first.");
    alex.button("promise.yes").tap();
    sam.seesWords("I knock first.");
    sam.link("promise.fromOpen").click();
    assertThat(sam.heading("repair.threadTitle")).isVisible();
    var made = setting.api(SAM).get("/api/v1/promises").body().at("/items/0/from");
    assertThat(made.path("id").asText()).isEqualTo(repair);
    nothingWentWrong();
  }

  @Test
  void anAddressSaysWhatItGrowsOutOfAndForgetsIt() {
    var concern = raised();
    alex.goTo("/promises?from=concern&id=" + concern);
    alex.sees("promise.fromConcern");
    assertThat(alex.page).hasURL(BARE);
    sheet(alex).getByText(alex.words.say("act.notNow")).tap();
    alex.button("promise.start").tap();
    assertThat(alex.field("promise.words")).isVisible();
    assertThat(alex.text("promise.fromConcern")).isHidden();
    nothingWentWrong();
  }

  private String raised() {
    var concern = Api.id().toString();
    var card =
        Api.data().put("concern", concern).put("saw", "a").put("felt", "b").put("need", "Rest.");
    pair.first().command(pair.couple(), "concern.raise", card).expect(200);
    return concern;
  }

  @Test
  void whoNeedsTimeToAnswerWellPromisesIt() {
    raised();
    sam.button("concern.needTime").click();
    sam.button("concern.needTimeSend", "name", "Alex").click();
    alex.seesWords("Ich antworte dir gut.");
    alex.sees("promise.fromConcern");
    var moment = Api.id().toString();
    var felt = Api.data().put("moment", moment).put("feeling", "worried");
    pair.first().command(null, "feeling.keep", felt).expect(200);
    pair.first().command(pair.couple(), "feeling.share", felt).expect(200);
    sam.button("promise.answerWell").click();
    sam.choose("promise.inTwoHours");
    sam.button("promise.answerWellSend", "name", "Alex").click();
    assertThat(sam.page.getByText(sam.words.within("promise.answerWellSaid"))).isVisible();
    alex.sees("promise.fromFeeling");
    sam.goTo("/promises");
    assertThat(sam.button("promise.keep")).hasCount(2);
    nothingWentWrong();
  }

  @Test
  void onlyItsMakerIsAskedWhenItsTimeIsNear() {
    var promise = about(TEA, Duration.ofMinutes(30));
    pair.first().command(pair.couple(), "promise.make", promise).expect(200);
    alex.sees("promise.dueSoon");
    sam.seesWords(TEA);
    assertThat(sam.text("promise.dueSoon")).isHidden();
    alex.button("promise.away").tap();
    alex.sees("us.nothing");
    nothingWentWrong();
  }

  private static ObjectNode about(String words, Duration ahead) {
    return Api.data()
        .put("promise", Api.id().toString())
        .put("words", words)
        .put("due", Instant.now().plus(ahead).toString());
  }
}
