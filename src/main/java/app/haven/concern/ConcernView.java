package app.haven.concern;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A concern as both read it: the same as folding its events. What was not said is left out; of one
/// that was taken back only the times are left.
///
/// @param needsTimeUntil until when the partner asked for time to answer well
/// @param heard what the partner said back, in order
/// @param restedAt since when it waits once more, after a week without a word
/// @param erased true where words in it were erased by their author
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConcernView(
    UUID concern,
    PersonId author,
    Instant raisedAt,
    State state,
    @Nullable Said saw,
    @Nullable Said felt,
    @Nullable Said meaning,
    @Nullable Said need,
    @Nullable Said request,
    @Nullable Instant openedAt,
    @Nullable Instant needsTimeUntil,
    @Nullable List<Heard> heard,
    @Nullable Instant restedAt,
    @Nullable Instant closedAt,
    @Nullable How how,
    @Nullable Instant withdrawnAt,
    @Nullable Boolean erased) {

  /// @param words null where their author erased them
  record Heard(Instant at, @Nullable Said words) {}

  /// Reads the words of these rows of one couple in one go. Empty where the space was closed
  /// meanwhile: then nothing of it is to be read.
  static List<ConcernView> of(List<ConcernRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs = rows.stream().flatMapToLong(ConcernRow::seqs).boxed().toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.raisedSeq()))
        .map(row -> row.withdrawnAt() == null ? of(row, events) : trace(row))
        .toList();
  }

  private static ConcernView of(ConcernRow row, Map<Long, Event> events) {
    var standing = row.state().standing();
    var raised = Objects.requireNonNull(events.get(row.raisedSeq()));
    var said =
        Arrays.stream(row.heardSeqs()).mapToObj(events::get).filter(Objects::nonNull).toList();
    boolean erased = Said.erased(raised) || said.stream().anyMatch(Said::erased);
    return new ConcernView(
        standing.concern(),
        standing.author(),
        standing.raisedAt(),
        standing.state(),
        Said.in(raised, "saw"),
        Said.in(raised, "felt"),
        Said.in(raised, "meaning"),
        Said.in(raised, "need"),
        Said.in(raised, "request"),
        row.openedAt(),
        standing.needsTimeUntil(),
        said.stream().map(event -> new Heard(event.at(), Said.in(event, "words"))).toList(),
        row.restedAt(),
        row.closedAt(),
        standing.how(),
        null,
        erased ? true : null);
  }

  private static ConcernView trace(ConcernRow row) {
    var standing = row.state().standing();
    return new ConcernView(
        standing.concern(),
        standing.author(),
        standing.raisedAt(),
        standing.state(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        row.withdrawnAt(),
        null);
  }
}
