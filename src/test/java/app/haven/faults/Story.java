package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A short history told by hand: Alex takes a time-out of half an hour, Sam hears it, the time
/// passes, Alex comes back. Everything went well; a test takes one thing away.
final class Story {
  static final String COUPLE = "00000000-0000-7000-8000-00000000000c";
  static final String ALEX = "00000000-0000-7000-8000-00000000000a";
  static final String SAM = "00000000-0000-7000-8000-00000000000b";
  static final String TIMEOUT = "00000000-0000-7000-8000-000000000001";
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final String EPOCH = "p7f3";

  final List<History.Asked> commands = new ArrayList<>();
  final List<Step> alex = new ArrayList<>();
  final List<Step> sam = new ArrayList<>();
  private final Map<String, List<History.Logged>> log = new HashMap<>();
  final Map<String, History.Reads> reads = new HashMap<>();
  final List<History.Sighting> sightings = new ArrayList<>();
  final List<History.Outage> outages = new ArrayList<>();
  Instant end = NOON.plus(Duration.ofHours(2));

  Story() {
    for (var stream : List.of(COUPLE, ALEX, SAM)) log(stream).clear();
    for (var device : List.of(alex, sam)) {
      device.add(new Step.Hello(Map.of()));
      device.add(new Step.Welcome(Map.of("ours", place("snapshot"), "mine", place("snapshot"))));
      device.add(new Step.Read(snapshot(0, 0)));
      device.add(hello(0, 0));
      device.add(new Step.Welcome(Map.of("ours", place("current"), "mine", place("current"))));
    }
    var called =
        data()
            .put("returnAt", "2026-11-21T12:30:00.000Z")
            .put("reassurance", "I am coming back. " + Canary.of(COUPLE))
            .put("caller", ALEX)
            .put("calledAt", "2026-11-21T12:00:00.000Z");
    command(1, ALEX, "timeout.call", "timeout.called", 0, called);
    command(2, SAM, "timeout.acknowledge", "timeout.acknowledged", 1, data());
    system(ALEX, "timeout.endingSoon", 25, data().put("returnAt", "2026-11-21T12:30:00.000Z"));
    system(ALEX, "timeout.due", 30, data().put("returnAt", "2026-11-21T12:30:00.000Z"));
    system(COUPLE, "timeout.overdue", 35, data().put("returnAt", "2026-11-21T12:30:00.000Z"));
    var returned = data().put("returnedAt", "2026-11-21T12:40:00.000Z").put("when", "late");
    command(3, ALEX, "timeout.return", "timeout.returned", 40, returned);
    var view =
        called
            .deepCopy()
            .put("acknowledgedAt", "2026-11-21T12:01:00.000Z")
            .put("overdueAt", "2026-11-21T12:35:00.000Z")
            .put("ending", "returned")
            .put("endedAt", "2026-11-21T12:40:00.000Z")
            .put("when", "late");
    view.putArray("notes");
    reads.put(ALEX, new History.Reads(snapshot(4, 2), List.of(view), List.of()));
    reads.put(SAM, new History.Reads(snapshot(4, 0), List.of(view), List.of()));
  }

  List<History.Logged> log(String stream) {
    return log.computeIfAbsent(stream, _ -> new ArrayList<>());
  }

  History.Reads samReads() {
    return Objects.requireNonNull(reads.get(SAM));
  }

  static ObjectNode data() {
    return Api.data().put("timeout", TIMEOUT);
  }

  private static Step.Place place(String mode) {
    return new Step.Place(EPOCH, 0, mode);
  }

  static Step.Hello hello(long ours, long mine) {
    return new Step.Hello(
        Map.of("ours", new Position(EPOCH, ours), "mine", new Position(EPOCH, mine)));
  }

  static ObjectNode snapshot(long ours, long mine) {
    var snapshot = Api.data().put("now", "2026-11-21T14:00:00.000Z");
    var streams = snapshot.putObject("streams");
    streams.putObject("ours").put("epoch", EPOCH).put("seq", ours);
    streams.putObject("mine").put("epoch", EPOCH).put("seq", mine);
    for (var list :
        List.of(
            "timeouts",
            "talks",
            "drafts",
            "signals",
            "bids",
            "muted",
            "notes",
            "plannedNotes",
            "plans",
            "ideas",
            "hiddenPlans",
            "careCard",
            "careShares",
            "agreements",
            "agreementReminders",
            "promises",
            "tank",
            "holds",
            "sharedHolds",
            "checkins",
            "favourites",
            "needs",
            "boundaries",
            "ownNeeds",
            "ownBoundaries",
            "needReminders",
            "concerns",
            "questions",
            "ownQuestions",
            "questionDrafts",
            "activities",
            "concernDrafts",
            "expectations",
            "expectationDrafts",
            "worksheets",
            "worksheetDrafts",
            "weeklyRhythms",
            "weeklies",
            "weeklyDrafts")) {
      snapshot.putArray(list);
    }
    return snapshot;
  }

  static String id(int number) {
    return "00000000-0000-7000-8000-0000000001%02d".formatted(number);
  }

  /// Done, acknowledged, stored and delivered.
  void command(int number, String by, String kind, String event, int minute, ObjectNode data) {
    add(COUPLE, id(number), by, event, minute, data);
    asked(number, by, kind, new ArrayList<>(List.of(ok(log(COUPLE).size(), minute, false))));
  }

  /// The same for something of one's own.
  void own(int number, String by, String kind, String event, int minute, ObjectNode data) {
    add(by, id(number), by, event, minute, data);
    var place = Map.of("mine", new Position(EPOCH, log(by).size()));
    var answers = List.<Answer>of(new Answer.Ok(at(minute), false, place));
    commands.add(new History.Asked(id(number), by, null, kind, data, answers));
  }

  /// What a timer sends of what somebody wrote.
  void inTheNameOf(String author, String kind, int minute, ObjectNode data) {
    add(COUPLE, id(50 + minute), author, kind, minute, data);
  }

  void asked(int number, String by, String kind, List<Answer> answers) {
    commands.add(new History.Asked(id(number), by, COUPLE, kind, data(), answers));
  }

  static Answer.Ok ok(long seq, int minute, boolean repeated) {
    return new Answer.Ok(at(minute), repeated, Map.of("ours", new Position(EPOCH, seq)));
  }

  static Instant at(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }

  void system(String stream, String kind, int minute, ObjectNode data) {
    add(stream, id(50 + minute), null, kind, minute, data);
  }

  private void add(
      String stream,
      String command,
      @Nullable String by,
      String kind,
      int minute,
      ObjectNode data) {
    var events = log(stream);
    long seq = events.size() + 1;
    events.add(new History.Logged(seq, command, at(minute), by, kind, data));
    var event = event(stream, seq, command, by, kind, minute, data);
    if (!stream.equals(SAM)) alex.add(new Step.Got(event));
    if (!stream.equals(ALEX)) sam.add(new Step.Got(event));
  }

  static Event event(
      String stream,
      long seq,
      String command,
      @Nullable String by,
      String kind,
      int minute,
      JsonNode data) {
    var frame =
        Api.data()
            .put("type", "event")
            .put("stream", stream.equals(COUPLE) ? "ours" : "mine")
            .put("epoch", EPOCH)
            .put("seq", seq)
            .put("command", command)
            .put("at", at(minute).toString())
            .put("by", by)
            .put("kind", kind);
    frame.set("data", data);
    return Event.read(frame.toString(), at(minute));
  }

  History told() {
    var stored = new HashMap<String, History.Stored>();
    log.forEach((stream, events) ->
        stored.put(
            stream, new History.Stored(events.isEmpty() ? 0 : events.getLast().seq(), events)));
    return new History(
        List.of(new History.Couple(COUPLE, List.of(ALEX, SAM))),
        commands,
        List.of(
            new History.Device("alex's phone", ALEX, alex),
            new History.Device("sam's phone", SAM, sam)),
        stored,
        reads,
        sightings,
        outages,
        end);
  }
}
