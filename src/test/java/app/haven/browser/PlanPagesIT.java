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

/// Ideas, plans and surprises, in two browsers side by side.
@ExtendWith(Setting.Given.class)
class PlanPagesIT {
  private static final String LAKE = "A picnic by the lake";

  private final Setting setting;
  private final Someone alex;
  private final Someone sam;

  PlanPagesIT(Setting setting) {
    this.setting = setting;
    setting.couple();
    setting.api(SAM).patch("/api/v1/me", Api.data().put("locale", "de")).expect(200);
    this.alex = setting.open(ALEX, Shape.PHONE, Words.english());
    this.sam = setting.open(SAM, Shape.WIDE, Words.german());
  }

  @BeforeEach
  void samIsHome() {
    for (var someone : new Someone[] {alex, sam}) {
      someone.signIn();
      someone.sees("us.nothing");
    }
    alex.goTo("/plans");
  }

  @AfterEach
  void nothingWentWrongInTheBrowsers() {
    for (var someone : new Someone[] {alex, sam}) someone.observed().assertNoComplaint();
    alex.close();
    sam.close();
  }

  @Test
  void anIdeaBecomesAPlanAndIsAnsweredInOneTap() {
    alex.field("plan.idea").fill(LAKE);
    alex.button("plan.ideaAdd").click();
    alex.button("plan.ideaPlan").click();
    assertThat(alex.field("plan.words")).hasValue(LAKE);
    alex.field("plan.mine").check();
    alex.button("bid.send", "name", "Sam").click();
    alex.sees("plan.youLead");
    sam.seesWords(LAKE);
    sam.hears("spoken.plan", "name", "Alex", "words", LAKE);
    sam.sees("plan.theyLead", "name", "Alex");
    sam.button("plan.kindThought").click();
    sam.seesWords("Wie lieb, dass du daran gedacht hast");
    alex.seesWords("Sam says: How kind that you thought of this");
    sam.button("notes.putAway").click();
    sam.sees("us.nothing");
    alex.button("plan.letGo").click();
    alex.sees("plan.empty");
  }

  @Test
  void aSurpriseIsSeenByNobodyElseUntilItIsOpened() {
    alex.button("plan.make").click();
    alex.field("plan.words").fill(LAKE);
    alex.choose("plan.surprise");
    alex.line().cut();
    alex.sees("act.willBeSent");
    alex.button("plan.keep").click();
    alex.line().mend();
    alex.sees("plan.surprises");
    alex.page.reload();
    alex.seesWords(LAKE);
    assertThat(setting.api(SAM).get("/api/v1/snapshot").expect(200).raw().body())
        .doesNotContain(LAKE);
    sam.sees("us.nothing");
    alex.button("plan.openNow").click();
    assertThat(alex.text("plan.surprises")).isHidden();
    sam.seesWords(LAKE);
    sam.hears("spoken.surprise", "name", "Alex", "words", LAKE);
  }

  @Test
  void aTimeThatDoesNotFitIsSaidWhereItIsTypedAndTheWordsStay() {
    alex.button("plan.make").click();
    alex.field("plan.words").fill(LAKE);
    alex.choose("plan.atTime");
    alex.field("bid.day").fill("2020-01-01");
    alex.sees("bid.timeBehind");
    alex.page.reload();
    alex.button("plan.make").click();
    assertThat(alex.field("plan.words")).hasValue(LAKE);
    assertThat(alex.field("bid.day")).hasValue("2020-01-01");
  }
}
