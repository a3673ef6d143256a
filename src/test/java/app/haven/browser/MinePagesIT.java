package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What somebody keeps for themselves, in two browsers: Alex on a phone in English has small things
/// and holds, Sam on a wide screen in German learns what Alex shows and nothing else.
@ExtendWith(Setting.Given.class)
class MinePagesIT {
  private static final String SMALL = "The bag stood in the hall for a week.";
  private static final String ABOUT = "Corridorwords";
  private static final String WHY = "Whether I take the job in the north.";
  private static final String SHOWN = "I am too tired to think.";

  private final Setting setting;
  private final Pair pair;
  private final Someone alex;
  private final Someone sam;
  private final Queue<String> reachedSam = new ConcurrentLinkedQueue<>();

  MinePagesIT(Setting setting) {
    this.setting = setting;
    this.pair = setting.couple();
    setting.api(SAM).patch("/api/v1/me", Api.data().put("locale", "de")).expect(200);
    this.alex = setting.open(ALEX, Shape.PHONE, Words.english());
    this.sam = setting.open(SAM, Shape.WIDE, Words.german());
    sam.page.onWebSocket(socket -> socket.onFrameReceived(frame -> reachedSam.add(frame.text())));
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

  private String snapshotOfSam() {
    var body = (ObjectNode) setting.api(SAM).get("/api/v1/snapshot").expect(200).body();
    return body.without("now").toString();
  }

  @Test
  void aSmallThingIsKeptForOneselfAndRaisedInWordsChosenForIt() {
    var before = snapshotOfSam();
    alex.goTo("/mine");
    alex.door("tank.title").tap();
    alex.sees("tank.empty");
    alex.button("tank.write").tap();
    alex.button("tank.keep").tap();
    alex.isTold(alex.field("tank.words"), "tank.needed");
    alex.field("tank.words").fill(SMALL);
    alex.field("tank.about").fill(ABOUT);
    alex.page.reload();
    assertThat(alex.field("tank.words")).hasValue(SMALL);
    alex.button("tank.keep").tap();
    alex.seesWords(ABOUT);
    assertThat(snapshotOfSam()).as("nobody can tell").isEqualTo(before);
    alex.button("tank.raise").tap();
    assertThat(alex.field("concern.sawShort")).hasValue(SMALL);
    assertThat(alex.page.url()).endsWith("/concern/write");
    raises();
    sam.seesWords("The bag stood there on Monday.");
    alex.goTo("/tank");
    alex.page.getByText(alex.words.within("tank.raised")).first().waitFor();
    alex.button("tank.letGo").tap();
    alex.sees("tank.letGoNext");
    alex.button("tank.letGo").last().tap();
    alex.sees("tank.empty");
    sam.seesWords("The bag stood there on Monday.");
    assertThat(reachedSam)
        .isNotEmpty()
        .noneMatch(one -> one.contains("tank.") || one.contains(SMALL));
    assertThat(sam.page.content()).doesNotContain(SMALL, ABOUT);
    for (var someone : new Someone[] {alex, sam}) someone.observed().assertNoComplaint();
  }

  private void raises() {
    say("concern.sawShort", "The bag stood there on Monday.");
    say("concern.feltShort", "Tired.");
    alex.button("concern.skip").tap();
    say("concern.needShort", "A free way to the door.");
    alex.button("concern.skip").tap();
    alex.button("concern.send", "name", "Sam").tap();
    alex.sees("concern.waits", "name", "Sam");
  }

  private void say(String field, String words) {
    alex.field(field).fill(words);
    alex.button("concern.next").tap();
  }

  @Test
  void aHoldIsOnesOwnUntilItIsShownAndAgainOnceItIsTakenBack() {
    alex.goTo("/mine");
    alex.door("hold.title").tap();
    alex.sees("hold.empty");
    var before = snapshotOfSam();
    alex.button("hold.place").tap();
    alex.choose("hold.oneWeek");
    alex.field("hold.words").fill(WHY);
    alex.button("hold.keep").tap();
    alex.seesWords(WHY);
    assertThat(snapshotOfSam()).as("nobody can tell").isEqualTo(before);
    shows();
    alex.button("hold.lift").tap();
    alex.sees("hold.liftNextShown", "name", "Sam");
    alex.button("nav.back").tap();
    alex.button("hold.unshare").tap();
    alex.sees("hold.unshareNext", "name", "Sam");
    alex.button("hold.unshare").last().tap();
    assertThat(sam.page.getByText(SHOWN)).hasCount(0);
    sam.sees("us.nothing");
    assertThat(alex.page.getByText(SHOWN)).hasCount(0);
    alex.seesWords(WHY);
    alex.goTo("/");
    assertThat(alex.page.getByText(alex.words.within("hold.line"))).isVisible();
    assertThat(reachedSam).noneMatch(one -> one.contains("hold.placed") || one.contains(WHY));
    for (var someone : new Someone[] {alex, sam}) someone.observed().assertNoComplaint();
  }

  /// In other words than Alex keeps.
  private void shows() {
    alex.button("hold.share", "name", "Sam").first().tap();
    alex.field("hold.shareWords").fill(SHOWN);
    alex.button("hold.share", "name", "Sam").last().tap();
    alex.page.getByText(alex.words.say("hold.seen", "name", "Sam")).waitFor();
    sam.seesWords(SHOWN);
    sam.hears("hold.spokenShared", "name", "Alex");
    assertThat(sam.page.getByText(WHY)).hasCount(0);
    sam.button("signal.read").click();
    assertThat(sam.page.getByText(SHOWN)).hasCount(0);
    sam.goTo("/holds");
    sam.seesWords(SHOWN);
    assertThat(sam.button("hold.unshare")).hasCount(0);
    assertThat(sam.button("hold.lift")).hasCount(0);
    sam.goTo("/");
    sam.sees("us.nothing");
  }

  @Test
  void bothEndAtTheirTime() {
    var until = Instant.now().plusSeconds(20).toString();
    var hold = Api.data().put("hold", Api.id().toString()).put("until", until);
    pair.first().command(null, "hold.place", hold.deepCopy().put("words", WHY)).expect(200);
    pair.first()
        .command(pair.couple(), "hold.share", hold.deepCopy().put("words", SHOWN))
        .expect(200);
    sam.seesWords(SHOWN);
    assertThat(alex.page.getByText(alex.words.within("hold.line"))).isVisible();
    var patient = new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    assertThat(alex.text("hold.over")).isVisible(patient);
    assertThat(alex.page.getByText(alex.words.within("hold.line"))).hasCount(0);
    assertThat(sam.text("us.nothing")).isVisible(patient);
    assertThat(sam.page.getByText(SHOWN)).hasCount(0);
    alex.button("signal.read").tap();
    alex.sees("us.nothing");
  }

  @Test
  void whatIsKeptOfflineIsSentOnceTheLineIsBack() {
    alex.goTo("/tank");
    alex.line().cut();
    alex.sees("link.offline");
    alex.button("tank.write").tap();
    alex.field("tank.words").fill(SMALL);
    alex.button("tank.keep").tap();
    alex.sees("act.willBeSent");
    alex.line().mend();
    alex.seesWords(SMALL);
    assertThat(alex.text("act.willBeSent")).hasCount(0);
    assertThat(pair.first().get("/api/v1/snapshot").body().path("tank")).hasSize(1);
  }
}
