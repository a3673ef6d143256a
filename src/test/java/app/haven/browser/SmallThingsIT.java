package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Questions that can be put away, sheets that nobody else sees, and kind words that are kept.
@ExtendWith(Setting.Given.class)
class SmallThingsIT {
  private static final String DOOR = "The door closed at ten.";
  private static final String STORY = "You do not want to be here.";

  private final Setting setting;
  private final Someone alex;
  private final Someone sam;

  SmallThingsIT(Setting setting) {
    this.setting = setting;
    setting.couple();
    setting.api(SAM).patch("/api/v1/me", Api.data().put("locale", "de")).expect(200);
    this.alex = setting.open(ALEX, Shape.PHONE, Words.english());
    this.sam = setting.open(SAM, Shape.WIDE, Words.german());
  }

  @BeforeEach
  void bothAreHome() {
    for (var someone : new Someone[] {alex, sam}) {
      someone.signIn();
      someone.sees("us.nothing");
    }
  }

  @AfterEach
  void nothingWentWrongInTheBrowsers() {
    for (var someone : new Someone[] {alex, sam}) someone.observed().assertNoComplaint();
    alex.close();
    sam.close();
  }

  @Test
  void aQuestionThatWasPutAwayStaysAway() {
    alex.sees("good.ask", "name", "Sam");
    alex.button("good.rest").click();
    assertThat(alex.text("good.ask", "name", "Sam")).isHidden();
    alex.page.reload();
    alex.sees("us.nothing");
    assertThat(alex.text("good.ask", "name", "Sam")).isHidden();
    alex.goTo("/space");
    alex.sees("pause.askSpace");
    alex.button("pause.off").click();
    assertThat(alex.text("pause.askSpace")).isHidden();
  }

  @Test
  void onlyWhatIsTickedGoesOnIntoTheCard() {
    alex.goTo("/concern/sort");
    alex.field("sort.facts").fill(DOOR);
    alex.field("sort.story").fill(STORY);
    alex.button("sort.onward").click();
    assertThat(alex.heading("concern.saw")).isVisible();
    assertThat(alex.page.locator("textarea")).hasValue(DOOR);
    assertThat(setting.api(ALEX).get("/api/v1/snapshot").expect(200).raw().body())
        .doesNotContain(DOOR, STORY);
    alex.button("concern.next").click();
    alex.button("concern.keepLater").click();
    assertThat(alex.text("concern.drafts")).isVisible();
    assertThat(setting.api(ALEX).get("/api/v1/snapshot").expect(200).raw().body())
        .contains(DOOR)
        .doesNotContain(STORY);
  }

  @Test
  void kindWordsReachTheOtherAndAreKept() {
    alex.goTo("/notes");
    alex.button("kind.title").click();
    alex.field("kind.act", "name", "Sam").fill("You carried the bags up.");
    alex.field("kind.effect").fill("I could sit down at once.");
    alex.button("bid.send", "name", "Sam").click();
    sam.seesWords("You carried the bags up.");
    sam.button("kind.keep").click();
    sam.sees("kind.kept");
    var alexReads = setting.api(ALEX).get("/api/v1/snapshot").expect(200).body();
    assertThat(alexReads.path("privateGratitudes").isEmpty()).as("Sam's list is Sam's").isTrue();
  }

  /// Coming back by another device, or from the outbox, leaves nobody on an empty page.
  @Test
  void whoHasComeBackIsTakenOffThePageOfTheBreak() {
    alex.goTo("/calm/memories");
    alex.field("memory.label").fill("The evening at the lake.");
    alex.button("memory.keep").click();
    alex.field("memory.show").check();
    alex.goTo("/space");
    alex.button("space.tell", "name", "Sam").click();
    assertThat(alex.heading("break.title")).isVisible();
    alex.seesWords("The evening at the lake.");
    var me = setting.api(ALEX);
    var timeout =
        me.get("/api/v1/snapshot").expect(200).body().path("timeouts").path(0).path("timeout");
    var couple = me.get("/api/v1/me").expect(200).body().path("couple").path("id").asText();
    var back = Api.data().put("timeout", timeout.asText());
    me.command(couple, "timeout.return", back).expect(200);
    assertThat(alex.heading("back.title")).isVisible();
  }
}
