package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static app.haven.client.Api.data;
import static app.haven.client.Api.id;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.haven.client.Pair;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Alex on a phone in English makes it right, Sam on a wide screen in German answers, side by side.
@ExtendWith(Setting.Given.class)
class RepairPagesIT {
  private static final String QUESTION = "How is it for you by now?";

  private final Setting setting;
  private Pair pair;
  private Someone alex;
  private Someone sam;

  RepairPagesIT(Setting setting) {
    this.setting = setting;
  }

  @BeforeEach
  void open() {
    pair = setting.couple();
    pair.second().patch("/api/v1/me", data().put("locale", "de")).expect(200);
    alex = setting.open(ALEX, Shape.PHONE, Words.english());
    sam = setting.open(SAM, Shape.WIDE, Words.german());
    for (var someone : new Someone[] {alex, sam}) {
      someone.signIn();
      someone.sees("us.nothing");
    }
  }

  @AfterEach
  void close() {
    alex.close();
    sam.close();
  }

  @Test
  void aPhraseIsOneTapFromReachingOutAndItsAnswerMayBecomeAnother() {
    alex.goTo("/reach-out");
    alex.door("repair.title").tap();
    alex.button("repair.startOver").tap();
    alex.button("repair.send", "name", "Sam").tap();
    alex.sees("repair.sent", "name", "Sam");
    sam.sees("repair.startOver");
    sam.hears("spoken.bid", "name", "Alex");
    sam.button("repair.notYetMore").click();
    ready(sam, "repair.helpListen").click();
    primary(sam).click();
    sam.sees("us.nothing");
    alex.goTo("/");
    alex.sees("repair.notYetIsFine");
    alex.seesWords("Dass du dir anhörst, wie es für mich war.");
    sam.goTo("/repairs");
    sam.page.getByLabel(sam.words.within("repair.received")).check();
    sam.sees("repair.youSaid");
    sam.button("repair.changeAnswer").click();
    sam.button("repair.accepted").click();
    alex.sees("repair.accepted");
    alex.button("signal.read").tap();
    alex.sees("us.nothing");
  }

  @Test
  void anApologyHasThreePartsThatSurviveAReloadAndAThoughtStopsNobody() {
    alex.goTo("/make-it-right/apology");
    alex.button("repair.onward").tap();
    alex.isTold(part(), "repair.partNeeded");
    part().fill("I was loud, but you started.");
    assertThat(alex.page.getByText(alex.words.say("hint.but"))).isVisible();
    alex.line().cut();
    part().fill("I'm sorry if you felt hurt.");
    assertThat(alex.page.getByText(alex.words.say("hint.if"))).isVisible();
    alex.line().mend();
    alex.button("repair.onward").tap();
    part().fill("I think I frightened you.");
    alex.page.reload();
    assertThat(alex.heading("repair.partFelt", "name", "Sam")).isVisible();
    assertThat(part()).hasValue("I think I frightened you.");
    alex.button("repair.onward").tap();
    part().fill("I take a break before I get loud.");
    alex.button("repair.onward").tap();
    assertThat(alex.heading("repair.whole")).isVisible();
    alex.button("repair.send", "name", "Sam").tap();
    alex.sees("repair.sent", "name", "Sam");
    sam.seesWords("I'm sorry if you felt hurt.");
    sam.sees("repair.askLine");
    sam.button("repair.needMore").click();
    sam.field("repair.needWords").fill("Bitte klopf an.");
    primary(sam).click();
    alex.link("repair.toThread").tap();
    alex.seesWords("Bitte klopf an.");
  }

  private Locator part() {
    return alex.page.locator("textarea");
  }

  private static Locator primary(Someone someone) {
    return someone.page.locator("dialog[open] .primary");
  }

  private static Locator ready(Someone someone, String key) {
    return someone
        .page
        .locator("dialog[open]")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(someone.words.say(key)));
  }

  @Test
  void whatIsSaidOfflineReachesTheOtherOnce() {
    alex.goTo("/make-it-right");
    alex.line().cut();
    alex.sees("link.offline");
    alex.button("repair.ownWords").tap();
    alex.field("repair.words").fill("I feel sad about tonight.");
    alex.button("repair.send", "name", "Sam").tap();
    alex.sees("act.willBeSent");
    alex.line().mend();
    alex.sees("repair.sent", "name", "Sam");
    sam.seesWords("I feel sad about tonight.");
    assertThat(sam.page.locator("main").getByText("I feel sad about tonight.")).hasCount(1);
  }

  @Test
  void timeThatIsAskedForIsLeftToWhoAsked() {
    sorry();
    sam.button("repair.needTimeMore").click();
    primary(sam).click();
    sam.sees("us.nothing");
    alex.sees("repair.timeIsFine", "name", "Sam");
    alex.link("repair.open").tap();
    assertThat(alex.page.getByText(alex.words.within("repair.rests", "name", "Sam"))).isVisible();
    assertThat(alex.link("repair.once")).hasCount(0);
  }

  private String sorry() {
    var repair = id().toString();
    var offer = data().put("repair", repair).put("phrase", "sorry");
    pair.first().command(pair.couple(), "repair.offer", offer).expect(200);
    sam.sees("repair.sorry");
    return repair;
  }

  @Test
  void whoWasHurtIsAskedOnceMoreAndAloneEndsThat() throws SQLException {
    var thread = sorry();
    sam.link("repair.open").click();
    sam.choose("repair.days", "n", "3");
    sam.button("repair.followUpAsk").click();
    assertThat(sam.button("repair.followUpEnd")).isVisible();
    fourDaysPass(thread);
    try (var next = setting.open(ALEX, Shape.PHONE, Words.english())) {
      next.signIn();
      next.heading("repair.followUpDue", "name", "Sam").waitFor();
      next.link("repair.open").tap();
      assertThat(next.heading("repair.followUpTitle")).isVisible();
      assertThat(next.button("repair.followUpEnd")).hasCount(0);
      next.goTo("/");
      next.link("repair.followUpWrite").tap();
      next.button("repair.ownWords").tap();
      assertThat(next.field("repair.words")).hasValue(QUESTION);
      next.button("repair.send", "name", "Sam").tap();
      sam.seesWords(QUESTION);
      next.goTo("/");
      next.sees("us.nothing");
    }
    sam.button("repair.followUpEnd").click();
    assertThat(sam.button("repair.followUpAsk")).isVisible();
  }

  private void fourDaysPass(String thread) throws SQLException {
    try (var connection = setting.database().connect();
        var statement =
            connection.prepareStatement(
                "update repair_follow_up set asked_at = asked_at - interval '4 days'"
                    + " where thread = ?::uuid")) {
      statement.setString(1, thread);
      statement.executeUpdate();
    }
  }

  @Test
  void aRepairIsOneTapFromTheReturnAndSaysWhatItIsAbout() {
    var timeout = id().toString();
    var call = data().put("timeout", timeout).put("minutes", 30);
    pair.first().command(pair.couple(), "timeout.call", call).expect(200);
    assertThat(alex.link("break.open")).isVisible();
    pair.first()
        .command(pair.couple(), "timeout.return", data().put("timeout", timeout))
        .expect(200);
    alex.link("back.makeItRight").first().tap();
    assertThat(alex.page.getByText(alex.words.within("repair.aboutTimeout"))).isVisible();
    alex.button("repair.myPart").tap();
    alex.button("repair.send", "name", "Sam").tap();
    alex.sees("repair.sent", "name", "Sam");
    var given = pair.second().get("/api/v1/repairs/received").expect(200).body();
    org.assertj.core.api.Assertions.assertThat(given.at("/items/0/about/id").asText())
        .isEqualTo(timeout);
  }

  @Test
  void theTimelineOpensWhenBothWouldLikeIt() {
    sorry();
    for (var someone : new Someone[] {alex, sam}) {
      someone.goTo("/repairs");
      someone.choose("repair.timeline");
      someone.sees("repair.timelineNone");
      someone.text("repair.wishes").click();
      someone.field("repair.share").check();
      assertThat(someone.field("repair.share")).isEnabled();
    }
    sam.sees("repair.sorry");
    alex.page.reload();
    alex.choose("repair.timeline");
    alex.sees("repair.sorry");
  }

  @Test
  void whoMutesRepairsSeesNoneAndNobodyIsTold() {
    sam.goTo("/repairs");
    sam.text("repair.wishes").click();
    sam.field("repair.mute", "name", "Alex").check();
    assertThat(sam.field("repair.mute", "name", "Alex")).isEnabled();
    var offer = data().put("repair", id().toString()).put("phrase", "sorry");
    pair.first().command(pair.couple(), "repair.offer", offer).expect(200);
    var signal = data().put("signal", "slower");
    pair.first().command(pair.couple(), "signal.send", signal).expect(200);
    sam.goTo("/");
    assertThat(sam.page.getByText(sam.words.within("signal.slower")).first()).isVisible();
    assertThat(sam.text("repair.sorry")).hasCount(0);
  }
}
