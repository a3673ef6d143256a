package app.haven.checkin;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A check-in as both read it: the same as folding its events. What was left out is left out here
/// too; of one that was taken back only the times are left.
///
/// @param offer what the other offered
/// @param erased true where words in it were erased by their author
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckinView(
    UUID checkin,
    PersonId teller,
    Instant toldAt,
    @Nullable Said feeling,
    @Nullable String need,
    @Nullable Said words,
    @Nullable Instant answeredAt,
    @Nullable String offer,
    @Nullable Said answerWords,
    @Nullable Instant withdrawnAt,
    @Nullable Boolean erased) {

  /// Reads the words of these rows of one couple in one go; none where the space was closed.
  static List<CheckinView> of(List<CheckinRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs = rows.stream().flatMapToLong(CheckinRow::seqs).boxed().toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.toldSeq()))
        .map(row -> of(row, events))
        .toList();
  }

  private static CheckinView of(CheckinRow row, Map<Long, Event> events) {
    var standing = row.state().standing();
    boolean gone = standing.withdrawnAt() != null;
    var told = gone ? null : events.get(row.toldSeq());
    var answeredSeq = row.answeredSeq();
    var answered = gone || answeredSeq == null ? null : events.get(answeredSeq);
    boolean erased = Stream.of(told, answered).filter(Objects::nonNull).anyMatch(Said::erased);
    return new CheckinView(
        standing.checkin(),
        standing.teller(),
        standing.toldAt(),
        Said.in(told, "feeling"),
        text(told, "need"),
        Said.in(told, "words"),
        standing.answeredAt(),
        text(answered, "offer"),
        Said.in(answered, "words"),
        standing.withdrawnAt(),
        erased ? true : null);
  }

  private static @Nullable String text(@Nullable Event event, String field) {
    return event == null ? null : event.data().path(field).textValue();
  }
}
