package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The gratitude lists in two browsers: Alex on a phone in English, Sam on a wide screen in German.
@ExtendWith(Setting.Given.class)
class GratitudePagesIT {
  private static final String BIKE = "You mended my bike.";

  private final Setting setting;
  private Pair pair;
  private Someone alex;
  private Someone sam;

  GratitudePagesIT(Setting setting) {
    this.setting = setting;
    this.pair = setting.couple();
    setting.api(SAM).patch("/api/v1/me", Api.data().put("locale", "de")).expect(200);
    this.alex = setting.open(ALEX, Shape.PHONE, Words.english());
    this.sam = setting.open(SAM, Shape.WIDE, Words.german());
  }

  @BeforeEach
  void bothLookAtTheList() {
    for (var someone : new Someone[] {alex, sam}) {
      someone.signIn();
      someone.sees("us.nothing");
      someone.goTo("/gratitude");
      someone.sees("gratitude.empty");
    }
  }

  @AfterEach
  void nothingWentWrongInTheBrowsers() {
    for (var someone : new Someone[] {alex, sam}) someone.observed().assertNoComplaint();
    alex.close();
    sam.close();
  }

  private static void write(Someone someone, String what) {
    someone.button("gratitude.add").click();
    someone.field("gratitude.what").fill(what);
    someone.button("gratitude.keep").click();
  }

  private static Locator words(Someone someone) {
    return someone.page.locator("main").getByText(BIKE);
  }

  @Test
  void whatIsWrittenOfflineReachesTheOtherOnceAndThanksComeBack() {
    alex.line().cut();
    alex.sees("link.offline");
    write(alex, BIKE);
    alex.sees("act.willBeSent");
    alex.seesWords(BIKE);
    sam.sees("gratitude.empty");
    alex.line().mend();
    assertThat(words(sam)).hasCount(1);
    assertThat(words(alex)).hasCount(1);
    assertThat(alex.text("act.willBeSent")).isHidden();
    sam.button("gratitude.thank").click();
    sam.sees("gratitude.youThanked");
    alex.sees("gratitude.thankedBy", "name", "Sam");
    var list = setting.api(SAM).get("/api/v1/gratitudes").expect(200).body();
    assertThat(list.path("items")).hasSize(1);
  }

  @Test
  void wordsThatAreTakenBackLeaveBothScreens() {
    write(alex, BIKE);
    assertThat(words(sam)).isVisible();
    alex.text("gratitude.more").click();
    alex.button("gratitude.takeBack").click();
    alex.sees("gratitude.stays");
    alex.page.locator("dialog[open] .primary").click();
    for (var someone : new Someone[] {alex, sam}) {
      someone.sees("words.erased");
      assertThat(words(someone)).hasCount(0);
    }
  }

  @Test
  void theOwnListIsSeenByNobodyElseUntilOneEntryIsShared() {
    alex.page.getByLabel(alex.words.within("gratitude.privateNote")).check();
    alex.sees("gratitude.privateTitle");
    write(alex, BIKE);
    assertThat(words(alex)).isVisible();
    pair.first().command(pair.couple(), "gratitude.add", entry("For both of us.")).expect(200);
    sam.seesWords("For both of us.");
    assertThat(words(sam)).hasCount(0);
    alex.text("gratitude.more").click();
    alex.button("gratitude.share").click();
    alex.button("gratitude.keep").click();
    assertThat(words(sam)).hasCount(1);
    assertThat(words(alex)).isVisible();
  }

  private static ObjectNode entry(String what) {
    return Api.data().put("gratitude", Api.id().toString()).put("what", what);
  }
}
