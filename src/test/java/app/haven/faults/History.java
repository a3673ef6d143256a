package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What everybody sent and received in one run, and what the server holds at its end. Streams go by
/// their id: the couple's for `ours`, the person's for `mine`.
///
/// @param log every stream as the database holds it, in order of its numbers
/// @param reads what each person reads at the end
/// @param outages when nobody could fire a timer, or when time was jumped over
/// @param end when it was over
record History(
    List<Couple> couples,
    List<Asked> commands,
    List<Device> devices,
    Map<String, Stored> log,
    Map<String, Reads> reads,
    List<Sighting> sightings,
    List<Outage> outages,
    Instant end) {

  record Couple(String id, List<String> people) {}

  /// A command with what came of each attempt, in the order in which that was learnt.
  ///
  /// @param couple null for a command of one person alone
  record Asked(
      String id,
      String person,
      @Nullable String couple,
      String kind,
      JsonNode data,
      List<Answer> answers) {
    String stream() {
      return couple == null ? person : couple;
    }
  }

  record Device(String name, String person, List<Step> steps) {}

  record Stored(long head, List<Logged> events) {}

  /// A row of the log; the words are sealed.
  record Logged(
      long seq, String command, Instant at, @Nullable String by, String kind, JsonNode data) {}

  record Reads(JsonNode snapshot, List<JsonNode> timeouts, List<JsonNode> drafts) {}

  /// A canary word where none may be, or a place that could not be looked at.
  record Sighting(String place, String what) {}

  record Outage(Instant from, Instant to) {
    boolean holds(Instant moment) {
      return !moment.isBefore(from) && !moment.isAfter(to);
    }
  }
}
