package app.haven.timeout;

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

/// A time-out as both read it: the same as folding its events. What was not said is left out.
///
/// @param erased true where words in it were erased by their author
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimeoutView(
    UUID timeout,
    PersonId caller,
    Instant calledAt,
    Instant returnAt,
    @Nullable Said reassurance,
    @Nullable Said feeling,
    @Nullable Said topic,
    @Nullable Instant acknowledgedAt,
    @Nullable Said acknowledgement,
    @Nullable Instant checkedInAt,
    @Nullable Said checkIn,
    @Nullable Instant extendedAt,
    @Nullable Boolean withNotice,
    @Nullable Said extension,
    @Nullable Instant overdueAt,
    List<Note> notes,
    Timeout.@Nullable Ending ending,
    @Nullable Instant endedAt,
    @Nullable String when,
    @Nullable Instant talkAt,
    @Nullable Said endingWords,
    @Nullable Boolean erased) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Note(Instant at, @Nullable Said words) {}

  /// Reads the words of these rows of one couple in one go. Empty where the space was closed
  /// meanwhile: then nothing of it is to be read.
  static List<TimeoutView> of(List<TimeoutRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs = rows.stream().flatMapToLong(TimeoutRow::seqs).boxed().toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.calledSeq()))
        .map(row -> of(row, events))
        .toList();
  }

  private static TimeoutView of(TimeoutRow row, Map<Long, Event> events) {
    var standing = row.state().standing();
    var called = events.get(row.calledSeq());
    var acknowledged = told(row.acknowledgedSeq(), events);
    var checkedIn = told(row.checkedInSeq(), events);
    var extended = told(row.extendedSeq(), events);
    var ended = told(row.endedSeq(), events);
    var erased = row.seqs().mapToObj(events::get).filter(Objects::nonNull).anyMatch(Said::erased);
    return new TimeoutView(
        standing.timeout(),
        standing.caller(),
        standing.calledAt(),
        standing.returnAt(),
        Said.in(called, "reassurance"),
        Said.in(called, "feeling"),
        Said.in(called, "topic"),
        at(acknowledged),
        Said.in(acknowledged, "words"),
        at(checkedIn),
        Said.in(checkedIn, "words"),
        at(extended),
        extended == null ? null : extended.data().path("withNotice").booleanValue(),
        Said.in(extended, "words"),
        at(told(row.overdueSeq(), events)),
        notes(row, events),
        standing.ending(),
        standing.endedAt(),
        ended == null ? null : ended.data().path("when").textValue(),
        standing.talkAt(),
        Said.in(ended, "words"),
        erased ? true : null);
  }

  private static @Nullable Event told(@Nullable Long seq, Map<Long, Event> events) {
    return seq == null ? null : events.get(seq);
  }

  private static @Nullable Instant at(@Nullable Event event) {
    return event == null ? null : event.at();
  }

  private static List<Note> notes(TimeoutRow row, Map<Long, Event> events) {
    return Arrays.stream(row.noteSeqs())
        .mapToObj(events::get)
        .filter(Objects::nonNull)
        .map(event -> new Note(event.at(), Said.in(event, "words")))
        .toList();
  }
}
