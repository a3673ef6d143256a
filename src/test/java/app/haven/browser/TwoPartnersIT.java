package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.haven.client.Api;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Alex on a phone in English, Sam on a wide screen in German: from the first visit to the return,
/// with a network cut and a killed server in between.
@ExtendWith(Setting.Given.class)
class TwoPartnersIT {
  private static final Pattern CODE = Pattern.compile("^\\w{4} \\w{4} \\w{4}$");

  private final Setting setting;
  private Someone alex;
  private Someone sam;

  TwoPartnersIT(Setting setting) {
    this.setting = setting;
  }

  @BeforeEach
  void open() {
    alex = setting.open(ALEX, Shape.PHONE, Words.english());
    sam = setting.open(SAM, Shape.WIDE, Words.german());
  }

  @Test
  void onePromiseFromTheFirstVisitToTheReturn() {
    setting.forgetBoth();
    for (var someone : new Someone[] {alex, sam}) {
      someone.signIn();
      someone.passFirstVisit();
    }
    becomeACouple();
    callInTwoTaps();
    answerAndGiveASign();
    keepWordsAndSendANote();
    askForMoreTimeWhileTheNetworkIsCut();
    goOnAfterTheServerWasKilled();
    comeBack();
  }

  private void becomeACouple() {
    alex.link("solo.invite").click();
    alex.button("pair.makeCode").click();
    var code = alex.page.getByText(CODE).textContent();
    sam.link("solo.invite").click();
    sam.field("pair.code").fill("zzzz-zzzz-zzzz");
    sam.button("pair.claim").click();
    sam.isTold(sam.field("pair.code"), "pair.codeUnknown");
    assertThat(sam.field("pair.code")).hasValue("zzzz-zzzz-zzzz");
    sam.field("pair.code").fill(code.toLowerCase(Locale.ROOT).replace(' ', '-'));
    sam.button("pair.claim").click();
    assertThat(sam.heading("pair.saidYes", "name", "Alex")).isVisible();
    alex.button("pair.yes", "name", "Sam").click();
    for (var someone : new Someone[] {alex, sam}) {
      assertThat(someone.heading("pair.done")).isVisible();
      someone.link("pair.toHome").click();
      someone.sees("us.nothing");
    }
  }

  private void callInTwoTaps() {
    alex.door("nav.space").tap();
    alex.button("space.tell", "name", "Sam").tap();
    assertThat(alex.heading("break.title")).isVisible();
    sam.seesAtOnce("waiting.plans", "name", "Alex");
    sam.sees("waiting.nothingBad");
    sam.hears("waiting.plans", "name", "Alex");
  }

  private void answerAndGiveASign() {
    sam.button("waiting.acknowledge").click();
    sam.sees("waiting.acknowledged");
    alex.sees("break.heard", "name", "Sam");
    alex.button("break.stillComing").tap();
    alex.field("checkIn.words", "name", "Sam").fill("I am on the bench.");
    alex.button("checkIn.send", "name", "Sam").tap();
    sam.sees("waiting.checkedIn", "name", "Alex");
    sam.seesWords("I am on the bench.");
  }

  private void keepWordsAndSendANote() {
    sam.link("us.couldHelp").click();
    var later = sam.field("draft.label");
    later.fill("I was afraid you would not come back.");
    sam.page.reload();
    assertThat(later).hasValue("I was afraid you would not come back.");
    sam.button("draft.keep").click();
    assertThat(later).hasValue("");
    sam.seesWords("I was afraid you would not come back.");
    sam.field("note.label", "name", "Alex").fill("The school called.");
    sam.button("note.send", "name", "Alex").click();
    alex.text("break.practical", "name", "Sam").tap();
    alex.seesWords("The school called.");
  }

  private void askForMoreTimeWhileTheNetworkIsCut() {
    alex.line().cut();
    alex.sees("link.offline");
    alex.button("break.moreTime").tap();
    alex.field("extend.words", "name", "Sam").fill("A little longer.");
    alex.button("extend.send", "name", "Sam").tap();
    alex.sees("act.willBeSent");
    sam.field("note.label", "name", "Alex").fill("The school called once more.");
    sam.button("note.send", "name", "Alex").click();
    sam.sees("note.left1");
    alex.line().mend();
    sam.sees("waiting.extendedWithNotice", "name", "Alex");
    sam.seesWords("A little longer.");
    alex.seesWords("The school called once more.");
    assertThat(alex.text("act.willBeSent")).isHidden();
  }

  private void goOnAfterTheServerWasKilled() {
    setting.node().kill();
    sam.field("note.label", "name", "Alex").fill("Dinner is in the oven.");
    sam.button("note.send", "name", "Alex").click();
    sam.sees("link.reconnecting");
    setting.node().restart();
    alex.seesWords("Dinner is in the oven.");
    sam.sees("note.left0");
    assertThat(sam.text("link.reconnecting")).isHidden();
    assertThat(alex.text("link.reconnecting")).isHidden();
  }

  private void comeBack() {
    alex.button("break.backNow").tap();
    alex.field("return.words", "name", "Sam").fill("Thank you for the time.");
    alex.button("return.send").tap();
    assertThat(alex.heading("back.title")).isVisible();
    alex.seesWords("The school called.");
    assertThat(sam.heading("back.title")).isVisible();
    sam.seesWords("Thank you for the time.");
    sam.sees("draft.offered");
    sam.seesWords("I was afraid you would not come back.");
    alex.button("back.quiet").tap();
    alex.sees("us.nothing");
    for (var someone : new Someone[] {alex, sam}) {
      someone.link("nav.together").click();
      assertThat(someone.page.getByRole(com.microsoft.playwright.options.AriaRole.ARTICLE))
          .hasCount(1);
    }
  }

  @Test
  void aSmallReachAndItsAnswers() {
    alreadyACouple();
    alex.signIn();
    sam.signIn();
    sam.sees("us.nothing");
    reach("bid.hug", "I miss you.");
    sam.seesWords("I miss you.");
    sam.hears("spoken.bid", "name", "Alex");
    sam.button("bid.notNow").click();
    sam.button("bid.answerSend", "name", "Alex").click();
    alex.goTo("/");
    alex.sees("bid.noIsFine", "name", "Sam");
    alex.button("signal.read").tap();
    alex.sees("us.nothing");
    theSameRests();
    offlineItGoesOnce();
    mutedInSilence();
  }

  private void reach(String kind, String words) {
    alex.goTo("/reach-out");
    alex.button(kind).tap();
    alex.field("bid.words").fill(words);
    alex.button("bid.send", "name", "Sam").tap();
  }

  private void theSameRests() {
    reach("bid.hug", "And now?");
    alex.isTold(alex.field("bid.words"), "bid.resting");
    assertThat(alex.field("bid.words")).hasValue("And now?");
  }

  private void offlineItGoesOnce() {
    alex.goTo("/reach-out");
    alex.line().cut();
    alex.sees("link.offline");
    alex.button("bid.goodNews").tap();
    alex.field("bid.words").fill("They said yes!");
    alex.button("bid.send", "name", "Sam").tap();
    alex.sees("act.willBeSent");
    alex.line().mend();
    sam.seesWords("They said yes!");
    sam.button("bid.gladWith").click();
    sam.sees("bid.youSaid");
    assertThat(sam.page.getByText("They said yes!")).hasCount(1);
  }

  private void mutedInSilence() {
    sam.goTo("/bids");
    sam.text("mute.title").click();
    sam.field("bid.play").check();
    assertThat(sam.field("bid.play")).isEnabled();
    reach("bid.play", "Cards?");
    alex.sees("bid.sent", "name", "Sam");
    reach("bid.company", "On the sofa.");
    sam.goTo("/");
    sam.seesWords("On the sofa.");
    assertThat(sam.page.getByText("Cards?")).hasCount(0);
  }

  @Test
  void whatDoesNotFitIsSaidAtItsFieldAndNothingTypedIsLost() {
    alreadyACouple();
    alex.signIn();
    alex.door("nav.space").click();
    alex.button("space.edit").click();
    var first = alex.field("space.readsFirst", "name", "Sam");
    var tooLong = "a".repeat(501);
    first.evaluate("field => field.removeAttribute('maxlength')");
    first.fill(tooLong);
    alex.button("space.tell", "name", "Sam").click();
    alex.isTold(first, "problem.words", "n", "500");
    assertThat(first).hasValue(tooLong);
    alex.page.reload();
    assertThat(first).hasValue(tooLong);
    first.fill("I need air.");
    alex.choose("space.other");
    alex.choose("space.atTime");
    alex.field("space.time").fill(clockIn(alex.page, 2));
    alex.sees("problem.tooSoon");
    assertThat(alex.button("space.tell", "name", "Sam")).hasAttribute("aria-disabled", "true");
    alex.field("space.time").fill(clockIn(alex.page, 60));
    alex.button("space.tell", "name", "Sam").click();
    assertThat(alex.heading("break.title")).isVisible();
    alex.button("break.moreTime").click();
    alex.choose("space.atTime");
    alex.field("space.time").fill(clockIn(alex.page, 30));
    alex.sees("extend.range");
    assertThat(alex.button("extend.send", "name", "Sam")).hasAttribute("aria-disabled", "true");
  }

  private static String clockIn(Page page, int minutes) {
    return (String)
        page.evaluate(
            "minutes => new Date(Date.now() + minutes * 60000).toTimeString().slice(0, 5)",
            minutes);
  }

  private void alreadyACouple() {
    setting.couple();
    setting.api(SAM).patch("/api/v1/me", Api.data().put("locale", "de")).expect(200);
  }

  @Test
  void leavingAndSigningOutCloseTheSpaceAtOnce() {
    alreadyACouple();
    alex.signIn();
    sam.signIn();
    sam.sees("us.nothing");
    alex.goTo("/settings");
    alex.button("leave.open").tap();
    alex.button("leave.act").tap();
    alex.sees("closed.title");
    sam.seesAtOnce("closed.title");
    var other = sam.context().newPage();
    other.navigate("/mine");
    sam.goTo("/settings");
    sam.button("settings.signOut").click();
    sam.page
        .getByRole(com.microsoft.playwright.options.AriaRole.DIALOG)
        .getByText(sam.words.say("settings.signOut"))
        .click();
    assertThat(sam.heading("landing.title")).isVisible();
    assertThat(other.getByText(sam.words.say("landing.title"))).isVisible();
  }

  @AfterEach
  void close() {
    alex.close();
    sam.close();
  }
}
