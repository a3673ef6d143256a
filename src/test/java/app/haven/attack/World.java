package app.haven.attack;

import app.haven.client.Api;
import app.haven.client.Api.Answer;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// The owner with everybody who could try something, and the thing that is tried on.
public final class World {
  /// All lists a person can read.
  static final List<String> READS =
      List.of(
          "me",
          "snapshot",
          "timeouts",
          "drafts",
          "bids",
          "notes",
          "concerns",
          "concern-drafts",
          "expectations",
          "expectation-drafts",
          "worksheets",
          "worksheet-drafts",
          "questions",
          "own-questions",
          "question-drafts",
          "activities",
          "phones-down",
          "needs",
          "own-needs",
          "boundaries",
          "own-boundaries",
          "agreements",
          "weekly-feed",
          "weekly-rhythms",
          "weeklies",
          "weekly-drafts",
          "promises",
          "repairs/offered",
          "repairs/received",
          "invites",
          "gratitudes",
          "gratitudes?list=private",
          "gratitudes/today",
          "checkins",
          "feelings",
          "feelings/wishes",
          "shared-feelings",
          "plans",
          "ideas",
          "care-card",
          "care-card/shared",
          "notices",
          "push/devices");

  final Home home;
  final Api owner;
  final Api partner;
  final Api stranger;
  final Api former;
  final String strangersCouple;
  final String formerCouple;

  /// Empty while owner and partner are apart.
  final String couple;

  /// The id of what the row is about.
  String thing = "";

  /// What only the thing's people may ever read: ids, names, words, codes.
  final List<String> secrets = new ArrayList<>();

  private World(Home home, boolean paired) {
    this.home = home;
    var run = UUID.randomUUID().toString();
    owner = home.person("owner-" + run);
    partner = home.person("partner-" + run);
    stranger = home.person("stranger-" + run);
    former = home.person("former-" + run);
    strangersCouple = Pair.make(stranger, home.person("other-" + run)).couple();
    formerCouple = Pair.make(owner, former).couple();
    former.delete("/api/v1/couple").expect(204);
    couple = paired ? Pair.make(owner, partner).couple() : "";
    for (var one : List.of(owner, partner)) {
      var me = one.patch("/api/v1/me", Api.data().put("displayName", canary())).expect(200);
      secrets.add(me.body().path("id").asText());
    }
    if (paired) secrets.add(couple);
  }

  static World paired(Home home) {
    return new World(home, true);
  }

  /// Owner and partner are not a couple yet.
  static World apart(Home home) {
    return new World(home, false);
  }

  Api who(Role role) {
    return switch (role) {
      case OWNER -> owner;
      case PARTNER -> partner;
      case STRANGER -> stranger;
      case FORMER -> former;
      case NOBODY -> home.nobody();
    };
  }

  static String id(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }

  /// Words that occur nowhere else, and that are a secret of this world.
  String canary() {
    var canary = Canary.word();
    secrets.add(canary);
    return canary;
  }

  /// The owner calls a time-out; it becomes the thing.
  World calling() {
    thing = Api.id().toString();
    secrets.add(thing);
    var call =
        Api.data()
            .put("timeout", thing)
            .put("minutes", 30)
            .put("reassurance", canary())
            .put("topic", canary());
    owner.command(couple, "timeout.call", call).expect(200);
    return this;
  }

  /// The owner keeps a draft about the time-out there is; the draft becomes the thing.
  World drafting() {
    var draft = Api.id().toString();
    owner.command(null, "draft.keep", draft(draft, thing, canary())).expect(200);
    secrets.add(draft);
    thing = draft;
    return this;
  }

  /// The owner reaches out; the bid becomes the thing.
  World reaching() {
    thing = Api.id().toString();
    secrets.add(thing);
    owner.command(couple, "bid.make", bid(thing, canary())).expect(200);
    return this;
  }

  static ObjectNode bid(String bid, String words) {
    return Api.data().put("bid", bid).put("kind", "hug").put("words", words);
  }

  /// The owner sends a note; it becomes the thing.
  World noting() {
    thing = Api.id().toString();
    secrets.add(thing);
    var note = Api.data().put("note", thing).put("words", canary());
    owner.command(couple, "note.send", note).expect(200);
    return this;
  }

  /// The owner wants to be left alone for a while.
  World pausing() {
    owner.patch("/api/v1/notices", Api.data().put("pause", "hour")).expect(200);
    return this;
  }

  /// The owner lets a browser be reached; it becomes the thing.
  World subscribing() {
    thing = Api.id().toString();
    secrets.add(thing);
    owner.send("PUT", "/api/v1/push/devices/" + thing, subscription()).expect(204);
    return this;
  }

  /// The keys are those of the example in RFC 8291; the name leads nowhere.
  static ObjectNode subscription() {
    var subscription = Api.data().put("endpoint", "https://push.example/" + Api.id());
    subscription
        .putObject("keys")
        .put(
            "p256dh",
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")
        .put("auth", "BTBZMqHH6r4Tts7J_aSIgg");
    return subscription;
  }

  /// The owner plans a note; it becomes the thing.
  World planning() {
    thing = Api.id().toString();
    secrets.add(thing);
    owner.command(null, "note.plan", planned(thing)).expect(200);
    return this;
  }

  ObjectNode planned(String note) {
    return Api.data()
        .put("note", note)
        .put("couple", couple)
        .put("words", canary())
        .put("at", Instant.now().plus(Duration.ofHours(1)).toString());
  }

  /// The owner keeps a draft of a concern; it becomes the thing.
  World draftingConcern() {
    thing = Api.id().toString();
    secrets.add(thing);
    owner.command(null, "concern.keep", concern(thing)).expect(200);
    return this;
  }

  /// The owner raises a concern; it becomes the thing.
  World raising() {
    thing = Api.id().toString();
    secrets.add(thing);
    owner.command(couple, "concern.raise", concern(thing)).expect(200);
    return this;
  }

  /// The owner's second one waits on the parking list, and the place is free; it becomes the thing.
  World parking() {
    raising();
    var first = Api.data().put("concern", thing).put("how", "enough");
    raising();
    owner.command(couple, "concern.close", first).expect(200);
    return this;
  }

  ObjectNode concern(String concern) {
    return Api.data()
        .put("concern", concern)
        .put("saw", canary())
        .put("felt", canary())
        .put("meaning", canary())
        .put("need", canary())
        .put("request", canary());
  }

  /// The owner opens a topic and keeps what they expect; the exchange becomes the thing.
  World expecting() {
    return opened("expectation", Api.data().put("topic", "money"), this::expected);
  }

  ObjectNode expected() {
    return Api.data()
        .put("expectation", thing)
        .put("couple", couple)
        .put("first", canary())
        .put("second", canary())
        .put("third", canary());
  }

  /// The owner opens a worksheet and keeps their own view; it becomes the thing.
  World lookingAt() {
    return opened("worksheet", Api.data().put("issue", canary()), this::looked);
  }

  ObjectNode looked() {
    return Api.data().put("worksheet", thing).put("couple", couple).put("view", canary());
  }

  private World opened(String kind, ObjectNode with, Supplier<ObjectNode> kept) {
    thing = Api.id().toString();
    secrets.add(thing);
    owner.command(couple, kind + ".open", with.put(kind, thing)).expect(200);
    owner.command(null, kind + ".keep", kept.get()).expect(200);
    return this;
  }

  /// The partner keeps their own too, and both are ready: what was blind is open.
  World revealed(String kind) {
    var kept = kind.equals("worksheet") ? looked() : expected();
    partner.command(null, kind + ".keep", kept).expect(200);
    var ready = Api.data().put(kind, thing).put("couple", couple);
    for (var one : List.of(owner, partner)) one.command(null, kind + ".ready", ready).expect(200);
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() ->
            owner.get("/api/v1/" + kind + "s/" + thing).body().has("answers")
                && owner.get("/api/v1/" + kind + "-drafts").body().path("items").isEmpty()
                && partner.get("/api/v1/" + kind + "-drafts").body().path("items").isEmpty());
    return this;
  }

  /// The owner draws a question; it becomes the thing.
  World drawing() {
    thing = Api.id().toString();
    secrets.add(thing);
    var draw = Api.data().put("question", thing).put("depth", "close");
    owner.command(couple, "question.draw", draw).expect(200);
    return this;
  }

  /// The owner keeps an answer to a question they drew.
  World answering() {
    drawing();
    keep(owner);
    return this;
  }

  private void keep(Api author) {
    var answer = Api.data().put("question", thing).put("couple", couple).put("words", canary());
    author.command(null, "question.keep", answer).expect(200);
  }

  /// Both answered the question that the owner drew, and both answers are open.
  World revealing() {
    answering();
    keep(partner);
    for (var one : List.of(owner, partner)) {
      var ready = Api.data().put("question", thing).put("couple", couple);
      one.command(null, "question.ready", ready).expect(200);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Stream.of(owner, partner).allMatch(World::hasNothingKept));
    return this;
  }

  private static boolean hasNothingKept(Api person) {
    return person.get("/api/v1/question-drafts").expect(200).body().path("items").isEmpty();
  }

  /// The owner adds a question of their own; it becomes the thing.
  World addingQuestion() {
    thing = Api.id().toString();
    secrets.add(thing);
    owner.command(couple, "question.add", ownQuestion(thing)).expect(200);
    return this;
  }

  ObjectNode ownQuestion(String own) {
    return Api.data().put("own", own).put("depth", "light").put("words", canary());
  }

  /// The owner offers to do something together; it becomes the thing.
  World offeringActivity() {
    thing = Api.id().toString();
    secrets.add(thing);
    var offer = Api.data().put("activity", thing).put("which", "good_moments");
    owner.command(couple, "activity.offer", offer).expect(200);
    return this;
  }

  /// The partner says yes to it.
  World doingTogether() {
    offeringActivity();
    var yes = Api.data().put("activity", thing).put("answer", "yes");
    partner.command(couple, "activity.answer", yes).expect(200);
    return this;
  }

  /// The owner proposes a time with the phones down; it becomes the thing.
  World proposingPhonesDown() {
    thing = Api.id().toString();
    secrets.add(thing);
    var wish = Api.data().put("slot", thing).put("minutes", 30);
    owner.command(couple, "phonesDown.propose", wish).expect(200);
    return this;
  }

  /// The partner says yes to it.
  World phonesDown() {
    proposingPhonesDown();
    partner.command(couple, "phonesDown.accept", Api.data().put("slot", thing)).expect(200);
    return this;
  }

  /// The owner keeps a need; it becomes the thing.
  World keepingNeed() {
    thing = Api.id().toString();
    secrets.add(thing);
    owner.command(null, "need.keep", need(thing)).expect(200);
    return this;
  }

  /// The owner shares a need with a request; it becomes the thing.
  World needing() {
    thing = Api.id().toString();
    secrets.add(thing);
    owner.command(couple, "need.share", need(thing)).expect(200);
    return this;
  }

  ObjectNode need(String need) {
    return Api.data()
        .put("need", need)
        .put("statement", canary())
        .put("feeling", canary())
        .put("observation", canary())
        .put("request", canary());
  }

  /// The owner words a reminder of the thing, by the id of the thing.
  World reminding() {
    owner.command(couple, "need.remind", reminder()).expect(200);
    return this;
  }

  ObjectNode reminder() {
    var reminder = Api.data().put("need", thing).put("reminder", thing).put("words", canary());
    reminder.putArray("times").add("08:00");
    reminder.putArray("weekdays").add("monday");
    return reminder;
  }

  /// The partner agreed to be reminded of the thing.
  World reminded() {
    var yes = Api.data().put("need", thing).put("reminder", thing);
    partner.command(couple, "need.remindAgree", yes).expect(200);
    return this;
  }

  /// The owner keeps a boundary; it becomes the thing.
  World keepingBoundary() {
    thing = Api.id().toString();
    secrets.add(thing);
    owner.command(null, "boundary.keep", boundary(thing)).expect(200);
    return this;
  }

  /// The owner declares a boundary; it becomes the thing.
  World declaring() {
    thing = Api.id().toString();
    secrets.add(thing);
    owner.command(couple, "boundary.share", boundary(thing)).expect(200);
    return this;
  }

  ObjectNode boundary(String boundary) {
    return Api.data().put("boundary", boundary).put("protects", canary()).put("will", canary());
  }

  /// The owner proposes times alone for both; it becomes the thing.
  World proposing() {
    thing = Api.id().toString();
    secrets.add(thing);
    owner.command(couple, "agreement.propose", spacePlan(thing)).expect(200);
    return this;
  }

  /// The owner proposes how time-outs go, in every word there is for it.
  World proposingTimeouts() {
    thing = Api.id().toString();
    secrets.add(thing);
    owner.command(couple, "agreement.propose", timeoutPlan(thing)).expect(200);
    return this;
  }

  /// Both said yes to it.
  World agreeingOnTimeouts() {
    proposingTimeouts();
    var yes = Api.data().put("agreement", thing).put("version", 1);
    partner.command(couple, "agreement.consent", yes).expect(200);
    return this;
  }

  ObjectNode timeoutPlan(String agreement, int version) {
    var plan = timeoutPlan(agreement).put("version", version);
    plan.remove("kind");
    return plan;
  }

  ObjectNode timeoutPlan(String agreement) {
    return Api.data()
        .put("agreement", agreement)
        .put("kind", "timeout_plan")
        .put("minutes", 30)
        .put("word", canary())
        .put("why", canary())
        .put("iWill", canary())
        .put("youWill", canary());
  }

  /// Both said yes to what the owner proposed.
  World agreeing() {
    proposing();
    var yes = Api.data().put("agreement", thing).put("version", 1);
    partner.command(couple, "agreement.consent", yes).expect(200);
    return this;
  }

  /// The owner wants to be reminded of what both agreed on, and nobody else knows.
  World remindingOneself() {
    owner.command(null, "agreement.remind", ownReminder()).expect(200);
    return this;
  }

  ObjectNode ownReminder() {
    var reminder = Api.data().put("agreement", thing).put("words", canary());
    reminder.putArray("times").add("08:00");
    reminder.putArray("weekdays").add("monday");
    return reminder;
  }

  /// The day to look at what both agreed on has come.
  World reviewing() {
    thing = Api.id().toString();
    secrets.add(thing);
    var soon = Instant.now().plusSeconds(2).toString();
    try (var device = Device.following(owner);
        var other = Device.following(partner)) {
      owner
          .command(couple, "agreement.propose", spacePlan(thing).put("reviewAt", soon))
          .expect(200);
      var yes = Api.data().put("agreement", thing).put("version", 1);
      partner.command(couple, "agreement.consent", yes).expect(200);
      device.event("agreement.reviewDue");
      other.event("agreement.reviewDue");
    }
    return this;
  }

  /// The owner would like it otherwise, and version 2 waits.
  World amending() {
    agreeing();
    owner.command(couple, "agreement.amend", spacePlan(thing, 2)).expect(200);
    return this;
  }

  ObjectNode spacePlan(String agreement, int version) {
    var plan = spacePlan(agreement).put("version", version);
    plan.remove("kind");
    return plan;
  }

  ObjectNode spacePlan(String agreement) {
    var plan =
        Api.data()
            .put("agreement", agreement)
            .put("kind", "space_plan")
            .put("why", canary())
            .put("iWill", canary())
            .put("youWill", canary());
    plan.putArray("slots").add(slot(owner)).add(slot(partner));
    return plan;
  }

  static ObjectNode slot(Api person) {
    return Api.data()
        .put("person", id(person))
        .put("day", "monday")
        .put("start", "18:30")
        .put("minutes", 60)
        .put("zone", "Europe/Berlin");
  }

  /// The owner promises something; it becomes the thing.
  World promising() {
    thing = Api.id().toString();
    secrets.add(thing);
    owner.command(couple, "promise.make", promise(thing)).expect(200);
    return this;
  }

  ObjectNode promise(String promise) {
    return Api.data()
        .put("promise", promise)
        .put("words", canary())
        .put("due", Instant.now().plus(Duration.ofHours(3)).toString());
  }

  static ObjectNode draft(String draft, String timeout, String words) {
    return Api.data().put("draft", draft).put("timeout", timeout).put("words", words);
  }

  /// The owner would like to make it right; the attempt becomes the thing.
  World mending() {
    thing = Api.id().toString();
    secrets.add(thing);
    owner.command(couple, "repair.offer", repair(thing, canary())).expect(200);
    return this;
  }

  static ObjectNode repair(String repair, String words) {
    return Api.data().put("repair", repair).put("words", words);
  }

  /// The partner asks for a follow-up about the thing.
  World askingAgain() {
    var asked = Api.data().put("thread", thing).put("days", 7);
    partner.command(couple, "repair.askFollowUp", asked).expect(200);
    return this;
  }

  /// Both would like a timeline of repairs.
  World sharing() {
    var yes = Api.data().put("couple", couple).put("shared", true);
    for (var one : List.of(owner, partner)) {
      one.command(null, "repair.shareTimeline", yes).expect(200);
    }
    return this;
  }

  /// The owner adds to the shared list; the entry becomes the thing.
  World grateful() {
    owner.command(couple, "gratitude.add", entry(Api.id().toString())).expect(200);
    return this;
  }

  /// The owner adds to their own list; the entry becomes the thing.
  World gratefulAlone() {
    owner
        .command(null, "gratitude.add", entry(Api.id().toString()).put("private", true))
        .expect(200);
    return this;
  }

  private ObjectNode entry(String id) {
    thing = id;
    secrets.add(thing);
    return Api.data().put("gratitude", thing).put("what", canary()).put("meaning", canary());
  }

  /// The partner thanks for the thing.
  World thanked() {
    var thanks = Api.data().put("gratitude", thing).put("words", canary());
    partner.command(couple, "gratitude.thank", thanks).expect(200);
    return this;
  }

  /// The owner keeps how they are for themselves; the moment becomes the thing.
  World feeling() {
    thing = Api.id().toString();
    secrets.add(thing);
    owner.command(null, "feeling.keep", moment()).expect(200);
    return this;
  }

  ObjectNode moment() {
    return Api.data()
        .put("moment", thing)
        .put("own", canary())
        .put("note", canary())
        .put("fact", canary());
  }

  /// The owner shares the thing.
  World feelingShared() {
    owner.command(couple, "feeling.share", moment()).expect(200);
    return this;
  }

  /// The owner invites; the invite becomes the thing.
  ///
  /// @return its code
  String inviting() {
    var invite = owner.post("/api/v1/invites", null).expect(201).body();
    thing = invite.path("id").asText();
    secrets.add(thing);
    return invite.path("code").asText();
  }

  /// The owner invites, the partner claims.
  World invited() {
    claim(partner, inviting()).expect(200);
    return this;
  }

  static Answer claim(Api person, String code) {
    return person.post("/api/v1/invites/claim", Api.data().put("code", code));
  }

  /// All that a person can read, byte for byte, but for the time of asking.
  public static String everything(Api person) {
    return READS.stream()
        .map(what -> what + " " + person.get("/api/v1/" + what).expect(200).raw().body())
        .map(text -> text.replaceFirst("\"now\":\"[^\"]*\"", "\"now\":\"…\""))
        .reduce("", (all, one) -> all + "\n" + one);
  }
}
