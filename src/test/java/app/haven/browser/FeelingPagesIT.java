package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import com.microsoft.playwright.Locator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How am I: named by keyboard alone, kept without a network, shared with a preview and answered,
/// in two browsers side by side.
@ExtendWith(Setting.Given.class)
class FeelingPagesIT {
  private static final int MANY = 90;

  private final Setting setting;
  private final Someone alex;
  private final Someone sam;

  FeelingPagesIT(Setting setting) {
    this.setting = setting;
    setting.couple();
    setting.api(SAM).patch("/api/v1/me", Api.data().put("locale", "de")).expect(200);
    this.alex = setting.open(ALEX, Shape.PHONE, Words.english());
    this.sam = setting.open(SAM, Shape.WIDE, Words.german());
  }

  @BeforeEach
  void bothAreIn() {
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

  private Locator radio(String feeling) {
    return alex.page.locator("input[type=radio][value=" + feeling + "]");
  }

  private int kept() {
    return setting.api(ALEX).get("/api/v1/feelings").expect(200).body().path("items").size();
  }

  @Test
  void aFineFeelingIsNamedByKeyboardAloneTwoTapsFromHome() {
    setting.api(ALEX).command(null, "feeling.level", Api.data().put("level", "all")).expect(200);
    alex.door("feeling.title").click();
    assertThat(alex.heading("feeling.title")).isVisible();
    tabTo(alex.page.locator("summary").first());
    alex.page.keyboard().press("Enter");
    tabTo(radio("good"));
    for (int i = 0; i < MANY && !radio("relieved").isChecked(); i++) {
      alex.page.keyboard().press("ArrowDown");
    }
    assertThat(radio("relieved")).isChecked();
    alex.sees("feeling.chosen", "feeling", "relieved");
    tabTo(alex.button("feeling.keep"));
    alex.page.keyboard().press("Enter");
    alex.sees("feeling.keptNow");
    assertThat(kept()).isEqualTo(1);
    sam.sees("us.nothing");
  }

  private void tabTo(Locator wanted) {
    for (int i = 0; i < MANY; i++) {
      if (wanted.evaluate("one => one === document.activeElement").equals(true)) return;
      alex.page.keyboard().press("Tab");
    }
    assertThat(wanted).isFocused();
  }

  @Test
  void whatIsKeptOfflineGoesOnceAndOwnWordsAreAtHandTheNextTime() {
    alex.goTo("/feelings");
    alex.line().cut();
    alex.sees("link.offline");
    alex.field("feeling.own").fill("Like fog that lifts");
    alex.button("feeling.keep").click();
    alex.sees("act.willBeSent");
    alex.line().mend();
    assertThat(alex.page.locator("article").getByText("Like fog that lifts")).isVisible();
    Awaitility.await().until(() -> kept() == 1);
    alex.text("feeling.ownKept").click();
    assertThat(alex.page.getByText("Like fog that lifts")).hasCount(2);
    sam.sees("us.nothing");
  }

  @Test
  void whoeverOnlySaysWhatHappenedIsShownTheListAndLosesNothing() {
    alex.goTo("/feelings");
    alex.field("feeling.fact").fill("The letter came.");
    alex.button("feeling.keep").click();
    alex.isTold(alex.field("feeling.own"), "feeling.needed");
    alex.page.reload();
    assertThat(alex.field("feeling.fact")).hasValue("The letter came.");
    assertThat(kept()).isZero();
  }

  @Test
  void whatTheBodySaysMayLeadToAWordAndOnlyWhatIsTickedIsShared() {
    alex.goTo("/feelings");
    alex.text("feeling.body").click();
    alex.page.getByLabel("a tight chest").check();
    alex.sees("feeling.may");
    alex.button("feeling.take", "feeling", "worried").click();
    alex.sees("feeling.chosen", "feeling", "worried");
    alex.field("feeling.fact").fill("The letter came.");
    alex.button("feeling.keep").click();
    alex.sees("feeling.keptNow");

    alex.button("feeling.share", "name", "Sam").click();
    alex.sees("feeling.preview", "name", "Sam");
    alex.button("feeling.shareSend", "name", "Sam").click();
    sam.seesWords("besorgt");
    sam.seesWords("Brauchst du etwas von mir?");
    assertThat(sam.page.getByText("The letter came.")).hasCount(0);
    sam.button("feeling.replyWithYou").click();
    sam.sees("feeling.youSaid");
    alex.goTo("/");
    alex.seesWords("I am with you");
    alex.button("feeling.putAway").click();
    alex.sees("us.nothing");

    alex.goTo("/feelings");
    alex.button("feeling.takeBack").click();
    alex.sees("feeling.takenBack");
    sam.sees("us.nothing");
    sam.goTo("/feelings/shared");
    sam.sees("feeling.takenBackBy", "name", "Alex");
    assertThat(sam.page.getByText("besorgt")).hasCount(0);
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void remindersAreOffUntilOneTapAndEachIsMovedByItself() {
    alex.goTo("/feelings/reminders");
    alex.button("feeling.remindStart").click();
    var times = alex.page.locator("input[type=time]");
    assertThat(times).hasCount(3);
    times.nth(1).fill("13:15");
    times.nth(1).blur();
    Awaitility.await().until(() -> wishes().contains("13:15"));
    assertThat(wishes()).contains("09:00", "20:00").doesNotContain("14:00");
    alex.page.getByLabel(alex.words.say("feeling.remindOn")).first().uncheck();
    assertThat(times).hasCount(2);
    alex.goTo("/feelings/picture");
    alex.sees("feeling.pictureNone");
  }

  private String wishes() {
    return setting.api(ALEX).get("/api/v1/feelings/wishes").expect(200).raw().body();
  }
}
