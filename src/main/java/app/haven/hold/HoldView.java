package app.haven.hold;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A hold, as its owner reads it on their own stream, or both where it is shown.
///
/// @param owner left out on one's own stream
/// @param erased true where its owner erased the words
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldView(
    UUID hold,
    @Nullable PersonId owner,
    Instant until,
    @Nullable Said words,
    @Nullable Boolean erased) {

  static List<HoldView> own(PersonId owner, List<HoldRow> rows, EventLog log) {
    var events = log.at(owner.mine(), rows.stream().map(HoldRow::placedSeq).toList());
    return rows.stream()
        .map(row -> events.get(row.placedSeq()))
        .filter(Objects::nonNull)
        .map(event -> of(event, null))
        .toList();
  }

  /// None where the space was closed meanwhile.
  static List<HoldView> shown(List<SharedHoldRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs = rows.stream().map(SharedHoldRow::sharedSeq).toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.sharedSeq()))
        .map(row -> of(Objects.requireNonNull(events.get(row.sharedSeq())), row.owner()))
        .toList();
  }

  private static HoldView of(Event event, @Nullable PersonId owner) {
    return new HoldView(
        UUID.fromString(event.data().path("hold").asText()),
        owner,
        Instant.parse(event.data().path("until").asText()),
        Said.in(event, "words"),
        Said.erased(event) ? true : null);
  }
}
