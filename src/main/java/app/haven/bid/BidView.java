package app.haven.bid;

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

/// A bid as both read it: the same as folding its events. What was not said is left out; of one
/// that was taken back only the times are left.
///
/// @param answerAt the time said with `later`
/// @param erased true where words in it were erased by their author
@JsonInclude(JsonInclude.Include.NON_NULL)
record BidView(
    UUID bid,
    PersonId sender,
    Instant madeAt,
    BidKind kind,
    @Nullable Said words,
    @Nullable Instant at,
    @Nullable String wanted,
    @Nullable Answer answer,
    @Nullable Instant answeredAt,
    @Nullable Instant answerAt,
    @Nullable Said answerWords,
    @Nullable Instant fadedAt,
    @Nullable Instant withdrawnAt,
    @Nullable Boolean erased) {

  /// Reads the words of these rows of one couple in one go. Empty where the space was closed
  /// meanwhile: then nothing of it is to be read.
  static List<BidView> of(List<BidRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs = rows.stream().flatMapToLong(BidRow::seqs).boxed().toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.madeSeq()))
        .map(row -> of(row, events))
        .toList();
  }

  private static BidView of(BidRow row, Map<Long, Event> events) {
    var standing = row.state().standing();
    boolean gone = standing.withdrawnAt() != null;
    var made = gone ? null : events.get(row.madeSeq());
    var answeredSeq = row.answeredSeq();
    var answered = gone || answeredSeq == null ? null : events.get(answeredSeq);
    boolean erased =
        Stream.of(made, answered)
            .filter(Objects::nonNull)
            .anyMatch(event -> event.data().path("erased").booleanValue());
    return new BidView(
        standing.bid(),
        standing.sender(),
        standing.madeAt(),
        standing.kind(),
        Said.in(made, "words"),
        standing.at(),
        made == null ? null : made.data().path("wanted").textValue(),
        standing.answer(),
        standing.answeredAt(),
        standing.answerAt(),
        Said.in(answered, "words"),
        standing.fadedAt(),
        standing.withdrawnAt(),
        erased ? true : null);
  }
}
