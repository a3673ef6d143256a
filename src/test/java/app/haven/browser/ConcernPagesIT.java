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

/// A hard thing in two browsers: Alex on a phone in English raises it, Sam on a wide screen in
/// German hears it.
@ExtendWith(Setting.Given.class)
class ConcernPagesIT {
  private static final String SAW = "The dishes stood there until today.";
  private static final String STORY = "I told myself that my evenings count less.";
  private static final String NEED = "To share the work at home.";

  private final Setting setting;
  private Pair pair;
  private Someone alex;
  private Someone sam;

  ConcernPagesIT(Setting setting) {
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

  /// A browser without a network complains of that, so not where the line was cut.
  private void nothingWentWrong() {
    for (var someone : new Someone[] {alex, sam}) someone.observed().assertNoComplaint();
  }

  private void say(String field, String words) {
    alex.field(field).fill(words);
    alex.button("concern.next").tap();
  }

  /// To the card as Sam will see it.
  private void write() {
    alex.goTo("/concern/write");
    say("concern.sawShort", SAW);
    say("concern.feltShort", "Tired, and a little alone.");
    say("concern.meaningShort", STORY);
    say("concern.needShort", NEED);
    alex.button("concern.skip").tap();
    assertThat(alex.heading("concern.preview", "name", "Sam")).isVisible();
  }

  @Test
  void fromTheFirstWordToEnough() {
    alex.goTo("/reach-out");
    alex.door("concern.title").tap();
    alex.link("concern.start").tap();
    write();
    alex.seesWords(STORY);
    alex.field("concern.shareMeaning").uncheck();
    assertThat(alex.page.getByText(STORY)).hasCount(0);
    sam.sees("us.nothing");
    alex.button("concern.send", "name", "Sam").tap();
    alex.sees("concern.waits", "name", "Sam");
    sam.seesWords(NEED);
    sam.hears("concern.spokenRaised", "name", "Alex");
    assertThat(sam.page.getByText(STORY)).hasCount(0);
    saysThankYouOnce();
    saysItBack();
    alex.goTo("/");
    alex.seesWords("You were tired and alone with it.");
    alex.button("concern.enough").tap();
    alex.sees("us.nothing");
    sam.sees("us.nothing");
    sam.goTo("/concern");
    assertThat(sam.heading("concern.ended")).isVisible();
    assertThat(alex.page.getByText(STORY)).hasCount(0);
    assertThat(setting.api(ALEX).get("/api/v1/snapshot").body().path("concerns")).hasSize(1);
    nothingWentWrong();
  }

  private void saysThankYouOnce() {
    sam.sees("thanks.ask");
    sam.page.getByText(sam.words.within("thanks.words")).first().click();
    alex.seesWords("Danke, dass du mir das sagst.");
    sam.page.reload();
    sam.seesWords(NEED);
    assertThat(sam.text("thanks.ask")).isHidden();
  }

  private void saysItBack() {
    sam.button("concern.hear").click();
    sam.field("concern.hearLabel").fill("You were tired and alone with it.");
    sam.button("concern.hearSend", "name", "Alex").click();
    sam.sees("concern.talk");
  }

  @Test
  void aDraftIsKeptThroughAReloadAndOfflineAndReachesNobody() {
    alex.goTo("/concern/write");
    alex.button("concern.next").tap();
    alex.isTold(alex.field("concern.sawShort"), "concern.needed");
    say("concern.sawShort", SAW);
    alex.line().cut();
    alex.sees("link.offline");
    alex.field("concern.feltShort").fill("Sad.");
    alex.button("concern.next").tap();
    alex.line().mend();
    alex.field("concern.meaningShort").fill(STORY);
    alex.page.reload();
    assertThat(alex.field("concern.meaningShort")).hasValue(STORY);
    alex.button("concern.keepLater").tap();
    assertThat(alex.heading("concern.drafts")).isVisible();
    alex.seesWords(SAW);
    sam.goTo("/concern");
    sam.sees("concern.empty");
    assertThat(sam.page.getByText(SAW)).hasCount(0);
    alex.button("concern.goOn").tap();
    assertThat(alex.field("concern.sawShort")).hasValue(SAW);
    alex.goTo("/concern");
    alex.button("concern.discard").tap();
    assertThat(alex.heading("concern.drafts")).isHidden();
  }

  @Test
  void whoeverNeedsTimeSaysSoAndMayLeaveItForNow() {
    write();
    alex.button("concern.send", "name", "Sam").tap();
    sam.seesWords(NEED);
    sam.link("comfort.link").click();
    assertThat(sam.heading("comfort.title")).isVisible();
    sam.goTo("/");
    sam.button("concern.needTime").click();
    sam.choose("concern.inTwoHours");
    sam.button("concern.needTimeSend", "name", "Alex").click();
    assertThat(alex.page.getByText(alex.words.within("concern.theyNeedTime", "name", "Sam")))
        .isVisible();
    sam.button("concern.away").click();
    sam.sees("concern.awayLine", "name", "Alex");
    assertThat(sam.page.getByText(SAW)).hasCount(0);
    sam.link("concern.open").click();
    sam.seesWords(SAW);
    nothingWentWrong();
  }

  @Test
  void theNextOneWaitsOnTheListUntilItsAuthorOpensIt() {
    var first = Api.id().toString();
    var card =
        Api.data().put("concern", first).put("saw", "a").put("felt", "b").put("need", "Rest.");
    pair.second().command(pair.couple(), "concern.raise", card).expect(200);
    alex.seesWords("Rest.");
    write();
    alex.sees("concern.sendParked", "name", "Sam");
    alex.button("concern.send", "name", "Sam").tap();
    assertThat(alex.heading("concern.list")).isVisible();
    alex.sees("concern.oneAtATime");
    sam.goTo("/concern");
    sam.sees("concern.enoughNext", "name", "Alex");
    sam.button("concern.enough").click();
    assertThat(sam.heading("concern.ended")).isVisible();
    assertThat(sam.button("concern.openNow")).isHidden();
    alex.button("concern.openNow").tap();
    assertThat(sam.button("concern.hear")).isVisible();
    alex.sees("concern.waits", "name", "Sam");
    alex.button("concern.takeBack").tap();
    alex.page.locator("dialog[open] .primary").tap();
    assertThat(sam.page.getByText(NEED)).hasCount(0);
    assertThat(sam.page.getByText(sam.words.within("concern.withdrawn"))).isVisible();
    nothingWentWrong();
  }

  @Test
  void theComfortGuideOpensWithTheNetworkOffAndFindsWordsByFeeling() {
    alex.goTo("/guides/comfort");
    assertThat(alex.heading("comfort.title")).isVisible();
    alex.goTo("/");
    alex.sees("us.nothing");
    alex.line().cut();
    alex.page.evaluate(
        "() => { history.pushState({}, '', '/guides/comfort'); dispatchEvent(new PopStateEvent('popstate')) }");
    assertThat(alex.heading("comfort.title")).isVisible();
    alex.field("comfort.search").fill("scared");
    alex.sees("comfort.ask4");
    assertThat(alex.page.getByText(alex.words.say("comfort.last6"))).hasCount(0);
    alex.button("comfort.feeling.sad").tap();
    alex.sees("comfort.last6");
    alex.line().mend();
  }
}
