package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A few words that ask for nothing, in two browsers side by side.
@ExtendWith(Setting.Given.class)
class NotePagesIT {
  private static final String TEA = "Tea is waiting for you.";

  private final Setting setting;
  private final Someone alex;
  private final Someone sam;

  NotePagesIT(Setting setting) {
    this.setting = setting;
    setting.couple();
    this.alex = setting.open(ALEX, Shape.PHONE, Words.english());
    this.sam = setting.open(SAM, Shape.WIDE, Words.english());
  }

  @BeforeEach
  void alexWritesAndSamIsHome() {
    for (var someone : new Someone[] {alex, sam}) {
      someone.signIn();
      someone.sees("us.nothing");
    }
    alex.goTo("/notes");
    alex.button("notes.write").click();
    alex.field("notes.words").fill(TEA);
  }

  @AfterEach
  void nothingWentWrongInTheBrowsers() {
    for (var someone : new Someone[] {alex, sam}) someone.observed().assertNoComplaint();
    alex.close();
    sam.close();
  }

  @Test
  void wordsReachTheOtherAtOnceAndStayPutAway() {
    alex.button("bid.send", "name", "Sam").click();
    alex.sees("notes.sent", "name", "Sam");
    sam.seesWords(TEA);
    sam.hears("spoken.note", "name", "Alex", "words", TEA);
    sam.button("notes.putAway").click();
    sam.sees("us.nothing");
    sam.page.reload();
    sam.sees("us.nothing");
    sam.goTo("/notes");
    sam.seesWords(TEA);
  }

  @Test
  void wordsForLaterAreSeenByNobodyElseAndCanBeTakenBack() {
    alex.choose("notes.later");
    alex.line().cut();
    alex.sees("act.willBeSent");
    alex.button("notes.plan").click();
    alex.line().mend();
    alex.sees("notes.waiting");
    alex.page.reload();
    alex.seesWords(TEA);
    assertThat(setting.api(SAM).get("/api/v1/snapshot").expect(200).raw().body())
        .doesNotContain(TEA);
    alex.button("notes.cancel").click();
    assertThat(alex.text("notes.waiting")).isHidden();
    alex.sees("notes.empty");
    sam.sees("us.nothing");
  }

  @Test
  void aTimeThatHasPassedIsSaidWhereItIsTypedAndTheWordsStay() {
    alex.choose("notes.later");
    alex.field("bid.day").fill("2020-01-01");
    alex.sees("bid.timeBehind");
    alex.page.reload();
    alex.button("notes.write").click();
    assertThat(alex.field("notes.words")).hasValue(TEA);
    assertThat(alex.field("bid.day")).hasValue("2020-01-01");
  }
}
