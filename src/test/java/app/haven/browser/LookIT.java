package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.local.Places;
import com.google.gson.JsonElement;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every screen of the list of routes, in every situation that changes it.
@ExtendWith(Setting.Given.class)
class LookIT {
  private final Setting setting;
  private final Set<String> seen = new HashSet<>();

  LookIT(Setting setting) {
    this.setting = setting;
  }

  @Test
  void everyScreenIsReadableReachableAndOurs() throws IOException {
    signedOut();
    setting.forgetBoth();
    try (var alex = setting.open(ALEX, Shape.PHONE, Words.english());
        var sam = setting.open(SAM, Shape.WIDE, Words.german())) {
      alex.signIn();
      firstVisit(alex);
      alone(alex);
      sam.signIn();
      sam.passFirstVisit();
      pairing(alex, sam);
      gratitude(alex, sam);
      notes(alex, sam);
      plans(alex, sam);
      whatHelps(alex, sam);
      days(alex, sam);
      feelings(alex, sam);
      concern(alex, sam);
      needs(alex, sam);
      agreement(alex, sam);
      promises(alex, sam);
      smallThings(alex);
      holds(alex, sam);
      repairing(alex, sam);
      answering(alex, sam);
      lookingAtOneIssue(alex, sam);
      onceAWeek(alex, sam);
      questions(alex, sam);
      timeForTwo(alex, sam);
      phonesDown(alex, sam);
      quietTime(alex, sam);
      theBreak(alex, sam);
      comingBack(alex, sam);
      closed(alex, sam);
      alex.observed().assertNoComplaint();
      sam.observed().assertNoComplaint();
    }
    assertThat(seen).as("routes looked at").isEqualTo(routes());
  }

  @Test
  void helpIsThereForAnybodyAndLeavingItQuicklyLeavesNothingBehind() throws IOException {
    try (var nobody = setting.open("nobody", Shape.PHONE, Words.english())) {
      nobody.goTo("/help");
      nobody.field("help.country").selectOption("DE");
      assertThat(nobody.page.locator("a[href='tel:08000116016']")).isVisible();
      nobody.link("app.name").click();
      assertThat(nobody.heading("landing.title")).isVisible();
      nobody.button("nav.quickExit").click();
      nobody.page.waitForURL("about:blank");
      for (var entry : history(nobody.page))
        assertThat(entry)
            .doesNotContain("/help", "Haven")
            .matches("about:blank.*|.*/plain.html New page");
      nobody.page.goBack();
      assertThat(nobody.page.locator("body")).hasText("");
    }
    assertThat(Files.readString(setting.node().log())).doesNotContain("/help");
    var metrics = setting.api(ALEX).get("/q/metrics").expect(200).raw().body();
    assertThat(metrics).contains("jvm_").doesNotContain("/help");
  }

  /// Address and title of every entry behind the back and forward buttons.
  private static List<String> history(Page page) {
    var entries =
        page.context()
            .newCDPSession(page)
            .send("Page.getNavigationHistory")
            .getAsJsonArray("entries");
    return entries.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(one -> one.get("url").getAsString() + " " + one.get("title").getAsString())
        .toList();
  }

  private static Set<String> routes() throws IOException {
    var list = Api.JSON.readTree(Places.root().resolve("src/main/webui/src/routes.json").toFile());
    return list.valueStream().map(one -> one.path("path").asText()).collect(Collectors.toSet());
  }

  private void look(Someone someone, String path, Locator shown) {
    assertThat(shown).isVisible();
    try {
      new Look(someone.page).keepsTheRules();
    } catch (AssertionError e) {
      throw new AssertionError(path + ", where " + shown + ": " + e.getMessage(), e);
    }
    seen.add(path);
  }

  private void open(Someone someone, String path, String heading, String... slots) {
    someone.goTo(path);
    look(someone, path, someone.heading(heading, slots));
  }

  private void signedOut() {
    try (var nobody = setting.open("nobody", Shape.PHONE, Words.german())) {
      open(nobody, "/", "landing.title");
      open(nobody, "/help", "help.title");
      open(nobody, "/calm", "calm.title");
      open(nobody, "/calm/breathing", "calm.breathing");
      open(nobody, "/calm/grounding", "calm.grounding");
      open(nobody, "/calm/walk", "calm.walk");
      open(nobody, "/calm/music", "calm.music");
      open(nobody, "/guides/time-out", "guide.timeout");
      open(nobody, "/guides/waiting", "guide.waiting");
      open(nobody, "/guides/comfort", "comfort.title");
      open(nobody, "/nothing-here", "notFound.title");
      seen.remove("/nothing-here");
      nobody.observed().assertNoComplaint();
    }
  }

  private void firstVisit(Someone alex) {
    open(alex, "/welcome", "welcome.title1");
    alex.button("welcome.next").click();
    look(alex, "/welcome", alex.heading("welcome.title2"));
    alex.button("welcome.adult").click();
    look(alex, "/welcome", alex.heading("welcome.title3"));
    alex.button("welcome.finish").click();
  }

  private void alone(Someone alex) {
    look(alex, "/", alex.text("solo.line"));
    open(alex, "/space", "space.title");
    open(alex, "/mine", "nav.mine");
    open(alex, "/gratitude", "gratitude.title");
    look(alex, "/gratitude", alex.heading("gratitude.privateTitle"));
    open(alex, "/calm/parked", "calm.parked");
    alex.field("parked.label").fill("The bill on the table.");
    alex.button("parked.park").click();
    look(alex, "/calm/parked", alex.heading("parked.list"));
    open(alex, "/calm/memories", "memory.title");
    alex.field("memory.label").fill("The evening at the lake.");
    alex.button("memory.keep").click();
    alex.field("memory.show").check();
    look(alex, "/calm/memories", alex.heading("memory.list"));
    alex.goTo("/together");
    assertThat(alex.heading("needsPartner.title")).isVisible();
    open(alex, "/settings", "settings.title");
    look(alex, "/settings", alex.button("notices.pauseTomorrow"));
    alex.button("notices.pauseOpen").click();
    look(alex, "/settings", alex.text("notices.pausedOpen"));
    alex.button("notices.pauseEnd").click();
    alex.button("erase.open").click();
    look(alex, "/settings", alex.text("erase.final"));
  }

  private void pairing(Someone alex, Someone sam) {
    open(alex, "/pair", "pair.title");
    alex.button("pair.claim").click();
    look(alex, "/pair", alex.text("pair.codeLength"));
    alex.button("pair.makeCode").click();
    look(alex, "/pair", alex.heading("pair.yourInvite"));
    var code = alex.page.locator(".code.tabular").textContent().replace(" ", "");
    sam.goTo("/join#" + code);
    look(sam, "/join", sam.heading("pair.joinTitle"));
    sam.button("pair.claim").click();
    look(sam, "/join", sam.heading("pair.saidYes", "name", "Alex"));
    look(alex, "/pair", alex.heading("pair.claimedBy", "name", "Sam"));
    alex.button("pair.yes", "name", "Sam").click();
    look(alex, "/pair", alex.heading("pair.done"));
  }

  private void gratitude(Someone alex, Someone sam) {
    open(alex, "/gratitude", "gratitude.title");
    alex.button("gratitude.add").click();
    look(alex, "/gratitude", alex.button("gratitude.keep"));
    alex.field("gratitude.what").fill("You mended my bike.");
    alex.field("gratitude.meaning").fill("I felt cared for.");
    alex.field("gratitude.on").fill("2026-01-02");
    alex.button("gratitude.keep").click();
    alex.seesWords("You mended my bike.");
    open(sam, "/gratitude", "gratitude.title");
    sam.button("gratitude.thankWords").click();
    look(sam, "/gratitude", sam.heading("gratitude.thankTitle"));
    sam.field("gratitude.thankLabel").fill("So glad.");
    sam.page.locator("dialog[open] .primary").click();
    look(alex, "/gratitude", alex.page.getByText("So glad."));
    alex.text("gratitude.more").click();
    alex.button("gratitude.pin").click();
    look(alex, "/gratitude", alex.text("gratitude.pinned"));
    alex.text("gratitude.more").click();
    alex.button("gratitude.takeBack").click();
    look(alex, "/gratitude", alex.heading("gratitude.takeBackTitle"));
    alex.page.keyboard().press("Escape");
    alex.field("gratitude.searchLabel").fill("bike");
    alex.button("gratitude.searchAct").click();
    look(alex, "/gratitude", alex.text("gratitude.found", "words", "bike"));
  }

  private void notes(Someone alex, Someone sam) {
    open(alex, "/notes", "notes.title");
    alex.button("notes.write").click();
    alex.text("notes.ideas").click();
    alex.choose("notes.later");
    look(alex, "/notes", alex.button("notes.plan"));
    alex.field("notes.words").fill("Tea is ready.");
    alex.button("notes.plan").click();
    alex.button("notes.write").click();
    alex.field("notes.words").fill("I'm thinking of you.");
    alex.button("bid.send", "name", "Sam").click();
    look(alex, "/notes", alex.heading("notes.waiting"));
    sam.goTo("/");
    look(sam, "/", sam.button("notes.putAway"));
    sam.button("notes.putAway").click();
  }

  private void plans(Someone alex, Someone sam) {
    open(alex, "/plans", "plan.title");
    alex.field("plan.idea").fill("A picnic by the lake");
    alex.button("plan.ideaAdd").click();
    look(alex, "/plans", alex.button("plan.ideaPlan"));
    alex.button("plan.make").click();
    alex.field("plan.words").fill("A table by the window.");
    alex.choose("plan.surprise");
    alex.choose("plan.atTime");
    alex.choose("plan.byItself");
    look(alex, "/plans", alex.button("plan.keep"));
    alex.choose("plan.someDay");
    alex.choose("plan.byHand");
    alex.button("plan.keep").click();
    look(alex, "/plans", alex.button("plan.openNow"));
    alex.button("plan.openNow").click();
    look(alex, "/plans", alex.button("plan.letGo"));
    sam.goTo("/");
    look(sam, "/", sam.button("plan.kindThought"));
    sam.button("bid.moreWords").click();
    look(sam, "/", sam.button("bid.answerSend", "name", "Alex"));
    sam.page.keyboard().press("Escape");
    sam.button("notes.putAway").click();
    alex.button("plan.letGo").click();
    alex.sees("plan.empty");
  }

  private void whatHelps(Someone alex, Someone sam) {
    open(alex, "/what-helps-me", "care.title");
    alex.button("care.write").first().click();
    alex.text("care.starters").click();
    look(alex, "/what-helps-me", alex.button("care.keep"));
    alex.field("care.words").fill("I go quiet.");
    alex.button("care.keep").click();
    alex.button("care.show", "name", "Sam").click();
    look(alex, "/what-helps-me", alex.button("care.showNow", "name", "Sam"));
    alex.button("care.showNow", "name", "Sam").click();
    look(alex, "/what-helps-me", alex.button("care.hide", "name", "Sam"));
    open(sam, "/what-helps-me", "care.theirs", "name", "Alex");
  }

  private void days(Someone alex, Someone sam) {
    open(alex, "/today", "checkin.title");
    alex.field("checkin.feeling").fill("Tired");
    alex.choose("checkin.needPresence");
    alex.button("checkin.send", "name", "Sam").click();
    look(alex, "/today", alex.text("checkin.sent", "name", "Sam"));
    sam.goTo("/");
    look(sam, "/", sam.button("checkin.offerPresence"));
    sam.button("checkin.ownWords").click();
    look(sam, "/", sam.field("checkin.answerWords"));
    sam.field("checkin.answerWords").fill("I'm on my way.");
    sam.button("checkin.send", "name", "Alex").click();
    alex.goTo("/");
    look(alex, "/", alex.text("checkin.toYour"));
    alex.button("checkin.putAway").click();
    sam.button("checkin.putAway").click();
  }

  private void smallThings(Someone alex) {
    open(alex, "/tank", "tank.title");
    alex.button("tank.write").click();
    alex.button("tank.keep").click();
    look(alex, "/tank", alex.text("tank.needed"));
    alex.field("tank.words").fill("The bag stood in the hall.");
    alex.field("tank.about").fill("Home");
    alex.button("tank.keep").click();
    look(alex, "/tank", alex.button("tank.raise"));
    alex.button("tank.letGo").click();
    look(alex, "/tank", alex.text("tank.letGoNext"));
    alex.button("nav.back").click();
  }

  private void holds(Someone alex, Someone sam) {
    open(alex, "/holds", "hold.title");
    alex.button("hold.place").click();
    alex.choose("hold.other");
    look(alex, "/holds", alex.field("bid.day"));
    alex.field("hold.words").fill("Where we live.");
    alex.button("hold.keep").click();
    look(alex, "/holds", alex.button("hold.lift"));
    alex.button("hold.share", "name", "Sam").click();
    look(alex, "/holds", alex.field("hold.shareWords"));
    alex.button("hold.share", "name", "Sam").last().click();
    look(alex, "/holds", alex.button("hold.unshare"));
    alex.goTo("/");
    look(alex, "/", alex.page.getByText(alex.words.within("hold.line")));
    sam.goTo("/");
    look(sam, "/", sam.text("hold.theirsNext", "name", "Alex"));
    sam.button("signal.read").click();
    open(sam, "/holds", "hold.title");
    alex.goTo("/holds");
    alex.button("hold.unshare").click();
    look(alex, "/holds", alex.text("hold.unshareNext", "name", "Sam"));
    alex.button("hold.unshare").last().click();
    assertThat(alex.button("hold.unshare")).hasCount(0);
    alex.button("hold.lift").click();
    look(alex, "/holds", alex.text("hold.liftNext"));
    alex.button("hold.lift").last().click();
    look(alex, "/holds", alex.text("hold.empty"));
  }

  private void needs(Someone alex, Someone sam) {
    open(alex, "/needs", "need.title");
    open(alex, "/needs/find", "need.findFeeling");
    alex.button("need.feel.afraid").click();
    look(alex, "/needs/find", alex.text("need.fear"));
    alex.button("need.findNext").click();
    look(alex, "/needs/find", alex.field("need.findWhy"));
    alex.button("need.findNext").click();
    alex.text("need.group.near").first().click();
    alex.button("need.of.near.closeness").click();
    look(alex, "/needs/find", alex.heading("need.findNeed"));
    alex.button("need.findNext").click();
    look(alex, "/needs/find", alex.heading("need.findResult"));
    alex.button("need.findKeep").click();
    look(alex, "/needs", alex.field("need.statement"));
    alex.field("need.request").fill("Would you eat with me tonight?");
    alex.button("need.keep").click();
    alex.button("need.share", "name", "Sam").click();
    look(alex, "/needs", alex.text("need.shareRequestNext"));
    alex.button("need.share", "name", "Sam").last().click();
    sam.goTo("/");
    look(sam, "/", sam.button("need.no"));
    sam.button("need.other").click();
    look(sam, "/", sam.field("need.otherLabel"));
    sam.button("nav.back").click();
    sam.button("need.no").click();
    look(sam, "/", sam.text("need.youSaidNo"));
    sam.button("signal.read").click();
    alex.button("need.remind", "name", "Sam").click();
    look(alex, "/needs", alex.field("need.remindWords"));
    alex.button("nav.back").click();
    alex.button("need.boundaryWrite").click();
    alex.field("boundary.will").fill("You go.");
    look(alex, "/needs", alex.text("boundary.you"));
    alex.button("nav.back").click();
    alex.goTo("/");
    look(alex, "/", alex.text("need.saidNo", "name", "Sam"));
    alex.button("signal.read").click();
  }

  private void feelings(Someone alex, Someone sam) {
    open(alex, "/feelings", "feeling.title");
    alex.button("feeling.finer").click();
    look(alex, "/feelings", alex.button("feeling.fewer"));
    alex.button("feeling.finer").click();
    alex.page.locator("summary").nth(1).click();
    look(alex, "/feelings", alex.page.locator("input[value=disappointed] + span"));
    alex.text("feeling.body").click();
    alex.page.getByLabel("a tight chest").check();
    look(alex, "/feelings", alex.text("feeling.may"));
    alex.button("feeling.take", "feeling", "worried").click();
    alex.button("feeling.keep").click();
    look(alex, "/feelings", alex.text("feeling.keptNow"));
    alex.button("feeling.share", "name", "Sam").click();
    look(alex, "/feelings", alex.heading("feeling.preview", "name", "Sam"));
    alex.button("feeling.shareSend", "name", "Sam").click();
    sam.goTo("/");
    look(sam, "/", sam.button("feeling.replyHug"));
    sam.button("promise.answerWell").click();
    sam.choose("promise.atTime");
    look(sam, "/", sam.button("promise.answerWellSend", "name", "Alex"));
    sam.page.keyboard().press("Escape");
    sam.button("feeling.ownAnswer").click();
    look(sam, "/", sam.field("feeling.answerWords"));
    sam.page.keyboard().press("Escape");
    sam.button("feeling.replyHug").click();
    // Leaving the page in the same moment could cut it off.
    Awaitility.await()
        .until(() ->
            setting.api(SAM).get("/api/v1/snapshot").body().at("/sharedFeelings/0").has("reply"));
    open(sam, "/feelings/shared", "feeling.shared");
    sam.goTo("/");
    sam.button("feeling.putAway").click();
    alex.goTo("/");
    look(alex, "/", alex.text("feeling.toYours"));
    alex.button("feeling.putAway").click();
    open(alex, "/feelings/picture", "feeling.picture");
    open(alex, "/feelings/reminders", "feeling.remind");
    alex.button("feeling.remindStart").click();
    look(alex, "/feelings/reminders", alex.page.locator("input[type=time]").nth(2));
  }

  private void concern(Someone alex, Someone sam) {
    open(alex, "/concern", "concern.title");
    look(alex, "/concern", alex.text("concern.empty"));
    open(alex, "/concern/sort", "sort.title");
    open(alex, "/concern/write", "concern.saw");
    alex.button("concern.next").click();
    look(alex, "/concern/write", alex.text("concern.needed"));
    for (var field : List.of("concern.sawShort", "concern.feltShort", "concern.meaningShort")) {
      alex.field(field).fill("A few words about it.");
      alex.button("concern.next").click();
    }
    alex.field("concern.needShort").fill("To be heard.");
    alex.button("concern.next").click();
    look(alex, "/concern/write", alex.button("concern.skip"));
    alex.button("concern.skip").click();
    look(alex, "/concern/write", alex.heading("concern.preview", "name", "Sam"));
    alex.button("concern.send", "name", "Sam").click();
    look(alex, "/concern", alex.button("concern.enough"));
    alex.button("concern.takeBack").click();
    look(alex, "/concern", alex.text("concern.takeBackNext"));
    alex.page.keyboard().press("Escape");
    sam.goTo("/");
    look(sam, "/", sam.button("concern.hear"));
    sam.button("concern.needTime").click();
    look(sam, "/", sam.text("concern.byWhen"));
    sam.field("promise.alsoPromise").uncheck();
    sam.button("concern.needTimeSend", "name", "Alex").click();
    sam.button("concern.hear").click();
    look(sam, "/", sam.field("concern.hearLabel"));
    sam.page.keyboard().press("Escape");
    sam.button("concern.away").click();
    look(sam, "/", sam.text("concern.awayLine", "name", "Alex"));
    alex.button("concern.enough").click();
    look(alex, "/concern", alex.heading("concern.ended"));
    sam.sees("us.nothing");
  }

  private void questions(Someone alex, Someone sam) {
    open(alex, "/questions", "question.title");
    alex.button("question.draw").click();
    look(alex, "/questions", alex.field("question.mine"));
    sam.goTo("/");
    look(sam, "/", sam.link("question.look"));
    sam.link("question.look").click();
    for (var someone : List.of(alex, sam)) {
      someone.field("question.mine").fill("The morning on the lake.");
      someone.button("question.ready").click();
    }
    look(sam, "/questions", sam.heading("question.answered"));
    sam.page.getByText(sam.words.within("question.thankLabel")).first().click();
    look(sam, "/questions", sam.button("question.thankSend", "name", "Alex"));
    alex.button("question.erase").click();
    look(alex, "/questions", alex.text("question.eraseNext", "name", "Sam"));
    alex.page.keyboard().press("Escape");
    alex.page.getByText(alex.words.within("question.own")).first().click();
    alex.field("question.ownLabel").fill("What shall we cook?");
    alex.button("question.add").click();
    look(alex, "/questions", alex.button("question.remove"));
  }

  private void timeForTwo(Someone alex, Someone sam) {
    open(alex, "/activities", "activity.title");
    alex.page.getByText(alex.words.within("activity.steps")).first().click();
    look(alex, "/activities", alex.button("activity.offer").first());
    alex.button("activity.offer").first().click();
    look(alex, "/activities", alex.button("activity.takeBack"));
    sam.goTo("/");
    look(sam, "/", sam.button("activity.yes"));
    sam.button("activity.yes").click();
    look(sam, "/activities", sam.text("activity.listen", "name", "Alex"));
    look(alex, "/activities", alex.button("activity.pass"));
    alex.goTo("/");
    look(alex, "/", alex.link("activity.open"));
    sam.button("activity.end").click();
    alex.sees("us.nothing");
  }

  private void phonesDown(Someone alex, Someone sam) {
    open(alex, "/phones-down", "phonesDown.title");
    alex.choose("phonesDown.at");
    alex.page.locator("input[type=date]").fill(LocalDate.now().plusDays(2).toString());
    look(alex, "/phones-down", alex.button("phonesDown.ask", "name", "Sam"));
    alex.button("phonesDown.ask", "name", "Sam").click();
    look(alex, "/phones-down", alex.button("phonesDown.takeBack"));
    sam.goTo("/");
    look(sam, "/", sam.button("phonesDown.yes"));
    sam.button("phonesDown.yes").click();
    look(sam, "/phones-down", sam.button("phonesDown.callOff"));
    sam.goTo("/");
    look(sam, "/", sam.link("phonesDown.open"));
    alex.button("phonesDown.callOff").click();
    alex.choose("phonesDown.now");
    alex.button("phonesDown.ask", "name", "Sam").click();
    sam.button("phonesDown.yes").click();
    look(sam, "/phones-down", sam.button("phonesDown.end"));
    look(alex, "/phones-down", alex.text("phonesDown.quiet"));
    sam.button("phonesDown.end").click();
    look(alex, "/phones-down", alex.link("phonesDown.home"));
    alex.link("phonesDown.home").click();
    alex.sees("us.nothing");
  }

  private void agreement(Someone alex, Someone sam) {
    open(alex, "/agreements", "agreement.title");
    look(alex, "/agreements", alex.text("agreement.empty"));
    alex.link("agreement.start").click();
    look(alex, "/agreements/write", alex.heading("agreement.askKind"));
    alex.page.locator("input[value=space_plan]").check();
    alex.button("agreement.next").click();
    alex.button("agreement.next").click();
    look(alex, "/agreements/write", alex.text("agreement.slotNeeded"));
    alex.button("agreement.slotAdd").click();
    look(alex, "/agreements/write", alex.button("agreement.slotDrop"));
    alex.button("agreement.next").click();
    look(alex, "/agreements/write", alex.heading("agreement.askReview"));
    alex.button("agreement.next").click();
    look(alex, "/agreements/write", alex.heading("agreement.preview", "name", "Sam"));
    alex.button("agreement.send", "name", "Sam").click();
    look(alex, "/agreements/one", alex.text("agreement.mineWaits", "name", "Sam"));
    sam.goTo("/");
    look(sam, "/", sam.button("agreement.yesOpen"));
    sam.button("agreement.yesOpen").click();
    look(sam, "/", sam.button("agreement.yes"));
    sam.button("agreement.yes").click();
    look(alex, "/agreements/one", alex.text("agreement.holdsLine"));
    alex.button("agreement.mySlots").click();
    look(alex, "/agreements/one", alex.button("agreement.mySlotsSend"));
    alex.page.keyboard().press("Escape");
    alex.button("agreement.remindOpen").click();
    alex.button("agreement.remindSend").click();
    look(alex, "/agreements/one", alex.text("agreement.remindDaysNeeded"));
    alex.field("agreement.remindWords").fill("An hour with a book is good for me.");
    alex.page.locator("input[value=friday]").check();
    alex.button("agreement.remindSend").click();
    look(alex, "/agreements/one", alex.button("agreement.remindStop"));
    alex.button("agreement.end").click();
    look(alex, "/agreements/one", alex.text("agreement.endNext", "name", "Sam"));
    alex.button("agreement.end").last().click();
    assertThat(alex.text("agreement.holdsLine")).isHidden();
    look(alex, "/agreements/one", alex.heading("agreement.versions"));
    sam.sees("us.nothing");
  }

  private void promises(Someone alex, Someone sam) {
    open(alex, "/promises", "promise.title");
    look(alex, "/promises", alex.text("promise.empty"));
    alex.button("promise.start").click();
    alex.button("promise.next").click();
    look(alex, "/promises", alex.text("promise.needed"));
    alex.field("promise.words").fill("I bring the bins out.");
    alex.choose("promise.whenOther");
    look(alex, "/promises", alex.field("promise.day"));
    alex.button("promise.next").click();
    look(alex, "/promises", alex.heading("promise.canI"));
    alex.button("promise.later").click();
    look(alex, "/promises", alex.text("promise.laterHint"));
    alex.choose("promise.whenDays");
    alex.button("promise.next").click();
    alex.button("promise.yes").click();
    look(alex, "/promises", alex.button("promise.keep"));
    alex.button("promise.letGo").click();
    look(alex, "/promises", alex.field("promise.letGoWords", "name", "Sam"));
    alex.page.keyboard().press("Escape");
    alex.button("promise.change").click();
    alex.choose("promise.whenWeek");
    alex.button("promise.next").click();
    look(alex, "/promises", alex.text("promise.withNoticeNext"));
    alex.button("promise.yes").click();
    sam.goTo("/");
    sam.sees("promise.changedWithNotice");
    sam.text("promise.before").click();
    look(sam, "/", sam.button("signal.read"));
    alex.button("promise.keep").click();
    sam.button("promise.thank").click();
    look(sam, "/", sam.button("promise.thankSend"));
    sam.button("promise.thankSend").click();
    sam.button("signal.read").click();
    look(alex, "/promises", alex.heading("promise.earlier"));
    alex.goTo("/");
    look(alex, "/", alex.text("promise.theyThanked"));
    alex.button("signal.read").click();
    sam.sees("us.nothing");
  }

  private void repairing(Someone alex, Someone sam) {
    open(alex, "/make-it-right", "repair.title");
    alex.button("repair.startOver").click();
    look(alex, "/make-it-right", alex.button("repair.send", "name", "Sam"));
    alex.page.keyboard().press("Escape");
    alex.button("repair.ownWords").click();
    alex.field("repair.words").fill("I'm sorry if you felt hurt.");
    look(alex, "/make-it-right", alex.page.getByText(alex.words.say("hint.if")));
    alex.page.keyboard().press("Escape");
    open(alex, "/make-it-right/apology", "repair.partDid");
    alex.button("repair.onward").click();
    look(alex, "/make-it-right/apology", alex.text("repair.partNeeded"));
    for (var words : List.of("I was loud.", "That was hard.", "I take a break next time.")) {
      alex.page.locator("textarea").fill(words);
      alex.button("repair.onward").click();
    }
    look(alex, "/make-it-right/apology", alex.heading("repair.whole"));
    alex.button("repair.send", "name", "Sam").click();
    look(alex, "/make-it-right/apology", alex.text("repair.sent", "name", "Sam"));
    sam.goTo("/");
    look(sam, "/", sam.button("repair.accepted"));
    for (var answer : List.of("repair.needMore", "repair.notYetMore", "repair.needTimeMore")) {
      sam.button(answer).click();
      look(sam, "/", sam.page.locator("dialog[open] .primary"));
      sam.page.keyboard().press("Escape");
    }
    sam.link("repair.open").click();
    look(sam, "/repairs/thread", sam.heading("repair.followUpTitle"));
    sam.button("repair.followUpAsk").click();
    look(sam, "/repairs/thread", sam.button("repair.followUpEnd"));
    sam.button("repair.accepted").click();
    open(alex, "/repairs", "repair.all");
    alex.text("repair.wishes").click();
    look(alex, "/repairs", alex.text("repair.shareNext", "name", "Sam"));
    alex.choose("repair.timeline");
    look(alex, "/repairs", alex.text("repair.timelineNone"));
    alex.goTo("/");
    look(alex, "/", alex.text("repair.accepted"));
    alex.link("repair.open").click();
    look(alex, "/repairs/thread", alex.heading("repair.followUpTitle"));
    alex.goTo("/");
    alex.button("signal.read").click();
  }

  private void answering(Someone alex, Someone sam) {
    open(alex, "/expectations", "expectation.title");
    alex.button("expectation.money").click();
    alex.button("expectation.ready").click();
    look(alex, "/expectations", alex.text("expectation.oneLine"));
    alex.field("expectation.money1").fill("To save a little.");
    alex.button("expectation.ready").click();
    look(alex, "/expectations", alex.text("expectation.safe"));
    sam.goTo("/");
    look(sam, "/", sam.text("expectation.free", "name", "Alex"));
    sam.link("expectation.look").click();
    sam.field("expectation.money2").fill("From a hundred on.");
    sam.button("expectation.ready").click();
    look(sam, "/expectations", sam.heading("expectation.revealed"));
    look(alex, "/expectations", alex.heading("expectation.revealed"));
    alex.button("expectation.takeBack").click();
    look(alex, "/expectations", alex.text("expectation.takeBackNext", "name", "Sam"));
    alex.page.keyboard().press("Escape");
  }

  private void lookingAtOneIssue(Someone alex, Someone sam) {
    open(alex, "/worksheets", "worksheet.title");
    alex.button("worksheet.open").click();
    look(alex, "/worksheets", alex.text("worksheet.issueNeeded"));
    alex.field("worksheet.issue").fill("Our mornings.");
    alex.button("worksheet.open").click();
    alex.button("expectation.ready").click();
    look(alex, "/worksheets", alex.text("worksheet.something"));
    alex.field("worksheet.view").fill("It is loud.");
    alex.button("expectation.ready").click();
    look(alex, "/worksheets", alex.text("expectation.safe"));
    sam.goTo("/");
    look(sam, "/", sam.text("expectation.free", "name", "Alex"));
    sam.link("expectation.look").click();
    sam.field("worksheet.view").fill("It is early.");
    sam.button("expectation.ready").click();
    look(sam, "/worksheets", sam.heading("worksheet.best"));
    sam.field("worksheet.bestLabel").fill("Tea first.");
    sam.button("worksheet.write").click();
    look(alex, "/worksheets", alex.button("worksheet.rewrite"));
    alex.button("worksheet.close").click();
    look(alex, "/worksheets", alex.text("worksheet.closeNext", "name", "Sam"));
    alex.page.locator("dialog[open] .primary").click();
    look(alex, "/worksheets", alex.heading("worksheet.closed"));
    look(sam, "/worksheets", sam.heading("worksheet.closed"));
  }

  private void onceAWeek(Someone alex, Someone sam) {
    inForce();
    open(alex, "/weekly", "weekly.title");
    suggest(alex);
    look(alex, "/weekly", alex.text("weekly.mineProposed", "name", "Sam"));
    sam.goTo("/");
    look(sam, "/", sam.text("weekly.theirsProposed", "name", "Alex"));
    sam.goTo("/weekly");
    look(sam, "/weekly", sam.button("weekly.yes"));
    // Whoever is on that page has seen what opens there.
    alex.goTo("/together");
    assertThat(alex.door("weekly.title")).isVisible();
    sam.button("weekly.yes").click();
    look(sam, "/weekly", sam.link("weekly.begin"));
    for (var sheet : List.of("weekly.skip", "weekly.stop")) {
      sam.button(sheet).click();
      look(sam, "/weekly", sam.text(sheet + "Next", "name", "Alex"));
      sam.page.keyboard().press("Escape");
      assertThat(sam.page.locator("dialog[open]")).hasCount(0);
    }
    alex.goTo("/");
    look(alex, "/", alex.text("weekly.free"));
    for (var someone : List.of(alex, sam)) writeForTheWeek(someone);
    talk(alex, sam);
  }

  private void inForce() {
    var couple = setting.api(SAM).get("/api/v1/me").expect(200).body().at("/couple/id").asText();
    var about = Api.data().put("agreement", Api.id().toString());
    var words =
        about.deepCopy().put("kind", "need").put("why", "Calm evenings.").put("iWill", "Tea.");
    setting.api(SAM).command(couple, "agreement.propose", words).expect(200);
    var yes = about.deepCopy().put("version", 1);
    setting.api(ALEX).command(couple, "agreement.consent", yes).expect(200);
  }

  /// A day so near that this week's opens at once.
  private static void suggest(Someone someone) {
    var at = ZonedDateTime.now(ZoneOffset.UTC).plusHours(3);
    var day = at.getDayOfWeek().name().toLowerCase(Locale.ROOT);
    someone.field("weekly.weekday").selectOption(day);
    someone.field("weekly.time").fill(at.format(DateTimeFormatter.ofPattern("HH:mm")));
    someone.field("weekly.zone").selectOption("UTC");
    someone.button("weekly.propose", "name", "Sam").click();
  }

  private void writeForTheWeek(Someone someone) {
    open(someone, "/weekly/write", "weekly.askGlad");
    someone.field("weekly.gladNumber", "n", "1").fill("You made soup on Tuesday.");
    someone.button("agreement.next").click();
    someone.button("agreement.next").click();
    someone.page.locator("input[type=radio][value='4']").check();
    look(someone, "/weekly/write", someone.field("weekly.metWords"));
    for (int part = 0; part < 4; part++) someone.button("agreement.next").click();
    look(someone, "/weekly/write", someone.heading("weekly.askReady"));
    someone.button("expectation.ready").click();
    if (someone.account().equals(ALEX)) look(someone, "/weekly/write", someone.text("weekly.safe"));
  }

  private void talk(Someone alex, Someone sam) {
    look(sam, "/weekly/talk", sam.heading("weekly.talk"));
    alex.button("weekly.speak").click();
    alex.field("weekly.note").fill("Tea first.");
    alex.button("weekly.putDown").click();
    alex.field("weekly.decision").fill("Until March.");
    alex.button("weekly.decide").click();
    alex.button("weekly.rewrite").first().click();
    look(alex, "/weekly/talk", alex.link("weekly.toAgreement"));
    alex.button("weekly.close").click();
    look(alex, "/weekly/talk", alex.text("weekly.closeNext", "name", "Sam"));
    alex.page.locator("dialog[open] .primary").click();
    look(sam, "/weekly/talk", sam.text("weekly.closed"));
    sam.goTo("/weekly");
    sam.page.locator("details.card > summary").first().click();
    look(sam, "/weekly", sam.button("expectation.takeBack"));
  }

  private void quietTime(Someone alex, Someone sam) {
    alex.goTo("/");
    look(alex, "/", alex.text("us.nothing"));
    sam.goTo("/");
    look(sam, "/", sam.text("us.nothing"));
    open(alex, "/together", "together.title");
    open(sam, "/reach-out", "reach.title");
    sam.page.getByText(sam.words.within("signal.slower")).click();
    look(sam, "/reach-out", sam.text("signal.sent"));
    alex.goTo("/");
    alex.text("signal.guidance").click();
    look(alex, "/", alex.text("signal.canHelp"));
    reaching(alex, sam);
    open(alex, "/waiting", "waiting.titleNone");
    open(alex, "/break", "break.titleNone");
    open(alex, "/back", "back.titleNone");
    open(alex, "/space", "space.title");
    alex.text("space.more").click();
    alex.field("space.topic").fill("The weekend");
    alex.field("space.feeling").fill("overwhelmed");
    alex.button("space.edit").click();
    alex.choose("space.other");
    alex.choose("space.atTime");
    look(alex, "/space", alex.field("space.time"));
    alex.choose("space.minutes", "n", "30");
  }

  private void reaching(Someone alex, Someone sam) {
    sam.button("bid.talk").click();
    look(sam, "/reach-out", sam.button("bid.send", "name", "Alex"));
    sam.page.keyboard().press("Escape");
    sam.button("bid.plan").click();
    look(sam, "/reach-out", sam.field("bid.day"));
    sam.field("bid.words").fill("A walk by the river");
    sam.button("bid.send", "name", "Alex").click();
    look(sam, "/reach-out", sam.text("bid.sent", "name", "Alex"));
    look(alex, "/", alex.button("bid.toward"));
    alex.button("bid.laterMore").click();
    look(alex, "/", alex.text("bid.laterRemindSoon"));
    alex.button("bid.answerSend", "name", "Sam").click();
    look(alex, "/", alex.text("bid.promised"));
    open(alex, "/bids", "bid.all");
    alex.text("mute.title").click();
    look(alex, "/bids", alex.text("mute.explain", "name", "Sam"));
    sam.goTo("/");
    look(sam, "/", sam.text("bid.theyCome", "name", "Alex"));
    open(sam, "/bids", "bid.all");
    sam.button("bid.takeBack").click();
    look(sam, "/bids", sam.page.getByText(sam.words.within("bid.takenBack")).first());
  }

  private void theBreak(Someone alex, Someone sam) {
    alex.button("space.tell", "name", "Sam").click();
    look(alex, "/break", alex.heading("break.title"));
    sheet(alex, "break.backNow", "return.title");
    sheet(alex, "break.moreTime", "extend.title");
    sheet(alex, "break.stillComing", "checkIn.title");
    sheet(alex, "break.letGo", "letGo.title");
    alex.goTo("/");
    look(alex, "/", alex.link("break.open"));
    sam.goTo("/");
    look(sam, "/", sam.button("waiting.acknowledge"));
    open(sam, "/waiting", "waiting.title", "name", "Alex");
    sam.field("draft.label").fill("I was worried.");
    sam.button("draft.keep").click();
    sam.field("note.label", "name", "Alex").fill("The school called.");
    sam.button("note.send", "name", "Alex").click();
    sam.button("waiting.acknowledge").click();
    sam.sees("note.left2");
    look(sam, "/waiting", sam.text("waiting.acknowledged"));
    alex.goTo("/break");
    alex.text("break.practical", "name", "Sam").click();
    look(alex, "/break", alex.page.getByText("The school called."));
    open(alex, "/together", "together.title");
  }

  private void sheet(Someone someone, String button, String heading) {
    someone.button(button).click();
    look(someone, "/break", someone.heading(heading));
    someone.page.keyboard().press("Escape");
  }

  private void comingBack(Someone alex, Someone sam) {
    alex.goTo("/break");
    alex.button("break.backNow").click();
    alex.choose("return.at");
    look(alex, "/break", alex.field("return.time"));
    alex.button("return.send").click();
    look(alex, "/back", alex.text("back.topic"));
    sam.goTo("/");
    look(sam, "/", sam.link("back.open"));
    sam.goTo("/back");
    look(sam, "/back", sam.text("draft.offered"));
    alex.goTo("/together");
    alex.text("history.words").click();
    look(alex, "/together", alex.text("history.reassurance"));
  }

  private void closed(Someone alex, Someone sam) {
    alex.goTo("/settings");
    alex.button("leave.open").click();
    look(alex, "/settings", alex.text("leave.stays"));
    alex.button("leave.act").click();
    look(alex, "/", alex.text("closed.title"));
    sam.goTo("/");
    look(sam, "/", sam.text("closed.title"));
    sam.goTo("/settings");
    sam.button("settings.signOut").click();
    look(sam, "/settings", sam.text("signOut.goes"));
  }
}
