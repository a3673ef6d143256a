package app.haven.feeling;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// What was shared of a moment, as both read it: the same as folding its events.
///
/// @param by who shared it
/// @param at when it was shared
/// @param ask true where its author asked: is there anything you need from me?
/// @param erased true where its author took it back: then nothing of it is left
/// @param reply what the other said with one tap
/// @param answerErased true where the other took the words of the answer back
@JsonInclude(JsonInclude.Include.NON_NULL)
record SharedMomentView(
    UUID moment,
    PersonId by,
    Instant at,
    @JsonUnwrapped Felt felt,
    @Nullable Boolean ask,
    @Nullable Boolean erased,
    @Nullable Instant answeredAt,
    @Nullable String reply,
    @Nullable String answerWords,
    @Nullable Boolean answerErased) {

  /// Reads the words of these rows of one couple in one go; none where the space was closed.
  static List<SharedMomentView> of(List<SharedMomentRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs = rows.stream().flatMapToLong(SharedMomentView::seqs).boxed().toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.sharedSeq()))
        .map(row -> of(row, events))
        .toList();
  }

  private static LongStream seqs(SharedMomentRow row) {
    var answered = row.answeredSeq();
    return answered == null
        ? LongStream.of(row.sharedSeq())
        : LongStream.of(row.sharedSeq(), answered);
  }

  private static SharedMomentView of(SharedMomentRow row, Map<Long, Event> events) {
    var state = row.state();
    var shared = Objects.requireNonNull(events.get(row.sharedSeq()));
    var answeredSeq = row.answeredSeq();
    var answered = answeredSeq == null ? null : events.get(answeredSeq);
    return new SharedMomentView(
        state.id(),
        state.author(),
        row.sharedAt(),
        Felt.in(shared),
        !state.back() && shared.data().path("ask").booleanValue() ? true : null,
        state.back() ? true : null,
        answered == null ? null : answered.at(),
        text(answered, "reply"),
        text(answered, "words"),
        answered != null && Said.erased(answered) ? true : null);
  }

  private static @Nullable String text(@Nullable Event event, String field) {
    return event == null ? null : event.data().path(field).textValue();
  }
}
