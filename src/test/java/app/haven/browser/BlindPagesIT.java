package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.haven.client.Api;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What both answer blind, in two browsers: Alex on a phone in English, Sam on a wide screen in
/// German. Nothing of the one reaches the other before both are ready.
@ExtendWith(Setting.Given.class)
class BlindPagesIT {
  private static final String SAVE = "A little aside each month.";
  private static final String ENJOY = "Jeden Monat etwas Schönes.";
  private static final String QUIET = "I would like ten quiet minutes first.";

  private final Someone alex;
  private final Someone sam;

  BlindPagesIT(Setting setting) {
    setting.couple();
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

  /// From the other side not even that something is there can be seen.
  private void seesNothingOf(Someone someone, String words) {
    assertThat(someone.page.getByText(words)).hasCount(0);
  }

  @Test
  void aTopicOpensWhenBothAreReadyAndEachMarksTheLines() {
    alex.goTo("/together");
    alex.door("expectation.title").tap();
    alex.button("expectation.money").tap();
    sam.sees("expectation.free", "name", "Alex");
    sam.link("expectation.look").click();
    alex.button("expectation.ready").tap();
    alex.isTold(alex.field("expectation.money1"), "expectation.oneLine");
    alex.field("expectation.money1").fill(SAVE);
    alex.button("expectation.ready").tap();
    alex.sees("expectation.safe");
    assertThat(sam.field("expectation.money1")).isVisible();
    seesNothingOf(sam, SAVE);
    alex.button("expectation.change").tap();
    alex.field("expectation.money2").fill("From a hundred on.");
    alex.button("expectation.ready").tap();
    alex.sees("expectation.safe");
    sam.field("expectation.money1").fill(ENJOY);
    sam.button("expectation.ready").click();
    for (var someone : new Someone[] {alex, sam}) {
      assertThat(someone.heading("expectation.revealed")).isVisible();
      someone.seesWords(SAVE);
      someone.seesWords(ENJOY);
    }
    marks();
    takesBack();
    nothingWentWrong();
  }

  /// Of the first question, which is the first of the lines that are open.
  private static Locator line(Someone someone) {
    return someone.page.locator("section.line").first();
  }

  private void marks() {
    line(alex).getByLabel(alex.words.say("expectation.talk")).click();
    assertThat(
            line(sam)
                .getByText(sam.words.say("expectation.theirMark", "name", "Alex", "mark", "Reden")))
        .isVisible();
  }

  private void takesBack() {
    alex.button("expectation.takeBack").tap();
    alex.page.locator("dialog[open] .primary").tap();
    assertThat(sam.page.getByText(SAVE)).hasCount(0);
    sam.seesWords(ENJOY);
    assertThat(alex.page.getByText(SAVE)).hasCount(0);
  }

  @Test
  void whatIsKeptOfflineIsThereLaterAndReachesNobody() {
    alex.goTo("/expectations");
    alex.button("expectation.time").tap();
    alex.field("expectation.time1").fill(SAVE);
    alex.line().cut();
    alex.sees("link.offline");
    alex.button("expectation.keep").tap();
    alex.line().mend();
    alex.page.reload();
    assertThat(alex.field("expectation.time1")).hasValue(SAVE);
    sam.goTo("/expectations");
    assertThat(sam.field("expectation.time1")).isVisible();
    seesNothingOf(sam, SAVE);
  }

  @Test
  void oneIssueIsSeenFromBothSidesAndNobodyWritesOverTheOther() {
    alex.goTo("/worksheets");
    alex.field("worksheet.issue").fill("Our mornings.");
    alex.button("worksheet.open").tap();
    sam.seesWords("Our mornings.");
    sam.link("expectation.look").click();
    alex.field("worksheet.view").fill(QUIET);
    alex.page.getByText(alex.words.say("worksheet.need")).first().tap();
    alex.button("expectation.ready").tap();
    alex.sees("expectation.safe");
    sam.page.getByText(sam.words.say("worksheet.emotion")).first().click();
    seesNothingOf(sam, QUIET);
    sam.button("expectation.ready").click();
    sam.seesWords(QUIET);
    for (var someone : new Someone[] {alex, sam}) {
      assertThat(someone.heading("worksheet.best")).isVisible();
      someone.field("worksheet.bestLabel").fill("Words of " + someone.account());
    }
    alex.button("worksheet.write").tap();
    sam.seesWords("Words of " + alex.account());
    sam.sees("worksheet.newer", "name", "Alex");
    sam.button("worksheet.haveRead").click();
    sam.button("worksheet.write").click();
    alex.seesWords("Words of " + sam.account());
    alex.button("worksheet.close").tap();
    alex.page.locator("dialog[open] .primary").tap();
    for (var someone : new Someone[] {alex, sam}) {
      assertThat(someone.heading("worksheet.closed")).isVisible();
    }
    nothingWentWrong();
  }
}
