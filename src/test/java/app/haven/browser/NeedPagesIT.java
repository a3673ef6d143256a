package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Needs and boundaries in two browsers: Alex on a phone in English finds and shares them, Sam on a
/// wide screen in German answers.
@ExtendWith(Setting.Given.class)
class NeedPagesIT {
  private static final String NEED = "To know that we are on the same side.";
  private static final String REQUEST = "Would you eat with me tonight?";

  private final Setting setting;
  private final Someone alex;
  private final Someone sam;

  NeedPagesIT(Setting setting) {
    this.setting = setting;
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

  private String read(String path) {
    var body = (ObjectNode) setting.api(SAM).get(path).expect(200).body();
    return body.without("now").toString();
  }

  @Test
  void fromAFeelingToAnAnswerAndBack() {
    var before = read("/api/v1/snapshot");
    finds();
    assertThat(read("/api/v1/snapshot")).as("nobody can tell").isEqualTo(before);
    alex.button("need.share", "name", "Sam").first().tap();
    alex.sees("need.shareRequestNext");
    sam.sees("us.nothing");
    alex.button("need.share", "name", "Sam").last().tap();
    sam.seesWords(NEED);
    sam.hears("need.spokenShared", "name", "Alex");
    sam.button("need.no").click();
    sam.sees("need.youSaidNo");
    alex.goTo("/");
    alex.sees("need.saidNo", "name", "Sam");
    alex.goTo("/needs");
    alex.button("need.takeBack").tap();
    alex.sees("need.takeBackNext");
    alex.button("need.takeBack").last().tap();
    sam.goTo("/needs");
    assertThat(sam.page.getByText(NEED)).hasCount(0);
    alex.seesWords(NEED);
    for (var someone : new Someone[] {alex, sam}) someone.observed().assertNoComplaint();
  }

  private void finds() {
    alex.goTo("/mine");
    alex.door("need.title").tap();
    alex.link("need.find").tap();
    alex.button("need.findNext").tap();
    alex.sees("need.needed");
    alex.button("need.feel.afraid").tap();
    alex.sees("need.fear");
    alex.button("need.feel.alone").tap();
    alex.button("need.findNext").tap();
    alex.field("need.findWhy").fill("We each ate in another room.");
    alex.page.reload();
    assertThat(alex.field("need.findWhy")).hasValue("We each ate in another room.");
    alex.button("need.findNext").tap();
    alex.text("need.group.near").first().click();
    alex.button("need.of.near.closeness").tap();
    alex.button("need.findNext").tap();
    alex.sees("need.findSentence", "feeling", "alone", "need", "closeness");
    alex.button("need.findKeep").tap();
    assertThat(alex.field("need.feeling")).hasValue("alone");
    alex.field("need.statement").fill(NEED);
    alex.field("need.request").fill(REQUEST);
    alex.button("need.keep").tap();
    alex.seesWords(NEED);
  }

  @Test
  void aBoundaryIsDeclaredAndHeard() {
    alex.goTo("/needs");
    alex.button("need.boundaryWrite").tap();
    alex.field("boundary.protects").fill("My sleep.");
    assertThat(alex.field("boundary.will")).hasValue("I will ");
    alex.field("boundary.will").fill("You go to bed at eleven.");
    alex.sees("boundary.you");
    alex.field("boundary.will").fill("I will go to bed at eleven.");
    alex.button("need.keep").tap();
    alex.seesWords("I will go to bed at eleven.");
    alex.button("need.share", "name", "Sam").first().tap();
    alex.sees("boundary.shareNext", "name", "Sam");
    alex.button("need.share", "name", "Sam").last().tap();
    sam.seesWords("I will go to bed at eleven.");
    sam.button("boundary.ask").click();
    sam.field("boundary.askLabel").fill("Auch am Wochenende?");
    sam.button("boundary.askSend", "name", "Alex").click();
    sam.button("boundary.heard").click();
    sam.sees("boundary.youHeard");
    assertThat(sam.button("boundary.ask")).hasCount(0);
    alex.goTo("/");
    alex.seesWords("Auch am Wochenende?");
    alex.sees("boundary.theyHeard", "name", "Sam");
  }

  @Test
  void nobodyIsRemindedWithoutTheirYes() {
    var need = Api.id().toString();
    var shared = Api.data().put("need", need).put("statement", NEED).put("feeling", "Alone");
    var couple = setting.api(ALEX).get("/api/v1/me").body().path("couple").path("id").asText();
    setting.api(ALEX).command(couple, "need.share", shared).expect(200);
    alex.goTo("/needs");
    alex.button("need.remind", "name", "Sam").tap();
    alex.field("need.remindWords").fill("Eating together is good for me.");
    alex.button("need.remindSend", "name", "Sam").tap();
    alex.sees("need.remindDaysNeeded");
    alex.field("need.monday").check();
    alex.button("need.remindSend", "name", "Sam").tap();
    alex.sees("need.remindProposed", "name", "Sam");
    sam.seesWords("Eating together is good for me.");
    sam.button("need.remindYes").click();
    alex.sees("need.remindAgreed", "name", "Sam");
    sam.goTo("/needs");
    sam.button("need.remindPause").click();
    sam.sees("need.remindPaused");
    assertThat(alex.text("need.remindPaused")).hasCount(0);
    sam.button("need.remindStop").click();
    assertThat(alex.text("need.remindAgreed", "name", "Sam")).hasCount(0);
  }
}
