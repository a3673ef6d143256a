package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Pair;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A whole weekly check-in in two browsers: Alex on a phone in English, Sam on a wide screen in
/// German, from the day they agree on to what stands in the archive.
@ExtendWith(Setting.Given.class)
class WeeklyPagesIT {
  private static final String EVENINGS = "Calm evenings.";
  private static final String SOUP = "You made soup on Tuesday.";
  private static final String HARD = "The talk about money.";
  private static final String WALK = "Ein Spaziergang am Fluss.";
  private static final String UNTIL = "We try it until March.";
  private static final List<String> PARTS =
      List.of(
          "weekly.askGlad",
          "weekly.askWell",
          "weekly.askNeeds",
          "weekly.askHard",
          "weekly.askOffer",
          "weekly.askTogether");

  private final Setting setting;
  private final Pair pair;
  private final Someone alex;
  private final Someone sam;

  WeeklyPagesIT(Setting setting) {
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

  private void agreementInForce() {
    var agreement = Api.data().put("agreement", Api.id().toString());
    var words = agreement.deepCopy().put("kind", "need").put("why", EVENINGS).put("iWill", "Tea.");
    setting.api(SAM).command(pair.couple(), "agreement.propose", words).expect(200);
    var yes = agreement.deepCopy().put("version", 1);
    setting.api(ALEX).command(pair.couple(), "agreement.consent", yes).expect(200);
  }

  /// Of Alex, for a time that is near enough for this week's to open at once.
  private void suggests() {
    var at = ZonedDateTime.now(ZoneOffset.UTC).plusHours(3);
    alex.goTo("/together");
    alex.door("weekly.title").tap();
    alex.field("weekly.weekday").selectOption(at.getDayOfWeek().name().toLowerCase(Locale.ROOT));
    alex.field("weekly.time").fill(at.format(DateTimeFormatter.ofPattern("HH:mm")));
    alex.field("weekly.zone").selectOption("UTC");
    alex.choose("weekly.short");
    alex.button("weekly.propose", "name", "Sam").tap();
    alex.sees("weekly.mineProposed", "name", "Sam");
  }

  private void agreeOnADay() {
    suggests();
    sam.sees("weekly.theirsProposed", "name", "Alex");
    sam.link("expectation.look").click();
    sam.button("weekly.yes").click();
    for (var someone : new Someone[] {alex, sam}) {
      assertThat(someone.heading("weekly.open")).isVisible();
    }
  }

  private static void next(Someone someone) {
    someone.button("agreement.next").click();
  }

  private static void isAt(Someone someone, int part, String name) {
    assertThat(someone.heading(PARTS.get(part), "name", name)).isVisible();
  }

  private static Locator number(Someone someone, String met) {
    return someone.page.locator("input[type=radio][value='" + met + "']");
  }

  @Test
  void aWholeCheckInFromTheDayTheyAgreeOnToTheArchive() {
    agreementInForce();
    agreeOnADay();
    alexWritesAndLosesTheNetworkInBetween();
    samWritesAndSeesNothingOfAlex();
    bothSeeBoth();
    theyTalk();
    whatTheyDecidedBecomesAnAgreement();
    theyClose();
    nothingWentWrong();
  }

  private void alexWritesAndLosesTheNetworkInBetween() {
    alex.link("weekly.begin").tap();
    isAt(alex, 0, "Sam");
    alex.field("weekly.gladNumber", "n", "1").fill(SOUP);
    alex.button("weekly.gladMore").tap();
    alex.field("weekly.gladNumber", "n", "2").fill("You waited for me.");
    next(alex);
    isAt(alex, 1, "Sam");
    alex.field("weekly.well").fill("We ate together.");
    alex.line().cut();
    alex.sees("link.offline");
    next(alex);
    isAt(alex, 2, "Sam");
    alex.seesWords(EVENINGS);
    number(alex, "4").check();
    alex.field("weekly.metWords").fill("Quieter.");
    next(alex);
    alex.field("weekly.hard").fill(HARD);
    alex.line().mend();
    alex.page.reload();
    isAt(alex, 3, "Sam");
    assertThat(alex.field("weekly.hard")).hasValue(HARD);
    alex.button("agreement.lastStep").tap();
    isAt(alex, 2, "Sam");
    assertThat(number(alex, "4")).isChecked();
    for (int part = 3; part <= 5; part++) {
      next(alex);
      isAt(alex, part, "Sam");
    }
    next(alex);
    alex.seesWords(SOUP);
    alex.button("expectation.ready").tap();
    alex.sees("weekly.safe");
    alex.button("weekly.change").tap();
    assertThat(alex.heading("weekly.askReady")).isVisible();
    alex.button("expectation.ready").tap();
    alex.sees("weekly.safe");
  }

  /// Part by part by the keyboard alone.
  private void samWritesAndSeesNothingOfAlex() {
    sam.link("weekly.begin").click();
    isAt(sam, 0, "Alex");
    for (int part = 1; part <= 5; part++) {
      sam.button("agreement.next").press("Enter");
      isAt(sam, part, "Alex");
    }
    sam.field("weekly.together").fill(WALK);
    sam.button("agreement.next").press("Enter");
    sam.seesWords(WALK);
    for (var words : List.of(SOUP, HARD)) assertThat(sam.page.getByText(words)).hasCount(0);
    assertThat(alex.page.getByText(WALK)).hasCount(0);
    alex.sees("weekly.safe");
    sam.button("expectation.ready").press("Enter");
  }

  private void bothSeeBoth() {
    for (var someone : new Someone[] {alex, sam}) {
      assertThat(someone.heading("weekly.talk")).isVisible();
      for (var words : List.of(SOUP, "Quieter.", HARD, WALK)) someone.seesWords(words);
      someone.seesWords(EVENINGS);
      someone.sees("weekly.metLine", "met", "4");
    }
  }

  private void theyTalk() {
    alex.button("weekly.speak").tap();
    sam.sees("weekly.theySpeak", "name", "Alex");
    sam.button("weekly.speak").click();
    assertThat(sam.page.getByRole(AriaRole.ALERT))
        .hasText(sam.words.say("weekly.otherSpeaks", "name", "Alex"));
    alex.button("weekly.pass", "name", "Sam").tap();
    sam.sees("weekly.youSpeak");
    alex.sees("weekly.theySpeak", "name", "Sam");
    sam.field("weekly.note").fill("Erst Tee.");
    sam.button("weekly.putDown").click();
    alex.seesWords("Erst Tee.");
    alex.button("weekly.rewrite").tap();
    alex.field("weekly.note").first().fill("Tea, then the walk.");
    alex.button("weekly.putDown").first().tap();
    sam.seesWords("Tea, then the walk.");
  }

  private void whatTheyDecidedBecomesAnAgreement() {
    alex.field("weekly.decision").fill(UNTIL);
    alex.button("weekly.decide").tap();
    sam.seesWords(UNTIL);
    alex.link("weekly.toAgreement").tap();
    next(alex);
    assertThat(alex.field("agreement.whyShort")).hasValue(UNTIL);
    next(alex);
    alex.field("agreement.iShort").fill("I look at the numbers on Friday.");
    for (int step = 0; step < 3; step++) next(alex);
    alex.button("agreement.send", "name", "Sam").tap();
    alex.sees("agreement.mineWaits", "name", "Sam");
    assertThat(sam.heading("weekly.grown")).isVisible();
    sam.goTo("/");
    sam.button("agreement.yesOpen").click();
    sam.button("agreement.yes").click();
    alex.sees("agreement.holdsLine");
  }

  private void theyClose() {
    sam.goTo("/weekly");
    sam.link("weekly.toTalk").click();
    alex.goTo("/weekly/talk");
    alex.seesWords(UNTIL);
    alex.button("weekly.close").tap();
    alex.sees("weekly.closeNext", "name", "Sam");
    alex.page.locator("dialog[open] .primary").tap();
    for (var someone : new Someone[] {alex, sam}) {
      someone.sees("weekly.closed");
      assertThat(someone.button("weekly.rewrite")).hasCount(0);
      someone.goTo("/weekly");
      someone.page.locator("details.card > summary").first().click();
      for (var words : List.of(SOUP, WALK, UNTIL)) someone.seesWords(words);
    }
    alex.button("expectation.takeBack").tap();
    alex.page.locator("dialog[open] .primary").tap();
    assertThat(alex.page.getByText(SOUP)).hasCount(0);
    alex.seesWords(WALK);
    assertThat(sam.page.getByText(SOUP)).hasCount(0);
  }

  @Test
  void aWeekIsLeftOutByEitherWithoutAReason() {
    agreeOnADay();
    sam.link("weekly.begin").click();
    sam.field("weekly.gladNumber", "n", "1").fill("Du hast gewartet.");
    next(sam);
    isAt(sam, 1, "Alex");
    alex.button("weekly.skip").tap();
    alex.sees("weekly.skipNext", "name", "Sam");
    alex.page.locator("dialog[open] .primary").tap();
    alex.sees("weekly.leftOut");
    sam.sees("weekly.notOpen");
    sam.hears("weekly.leftOut");
    sam.goTo("/weekly");
    sam.sees("weekly.leftOut");
    assertThat(sam.link("weekly.begin")).hasCount(0);
    nothingWentWrong();
  }

  @Test
  void aDayCanBeAnsweredWithANoAndEndedByEither() {
    suggests();
    sam.goTo("/weekly");
    sam.button("weekly.no").click();
    assertThat(alex.text("weekly.mineProposed", "name", "Sam")).isHidden();
    suggests();
    sam.button("weekly.yes").click();
    assertThat(alex.heading("weekly.open")).isVisible();
    alex.button("weekly.stop").tap();
    alex.page.locator("dialog[open] .primary").tap();
    assertThat(sam.button("weekly.stop")).hasCount(0);
    assertThat(sam.heading("weekly.open")).isVisible();
    nothingWentWrong();
  }
}
