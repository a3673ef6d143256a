package app.haven.repair;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.Link;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An attempt as both read it: the same as folding its events. What was not said is left out; of
/// one that was taken back only the times are left.
///
/// @param thread the id of the thread's first attempt
/// @param asks true: "what do you need from me?"
/// @param erased true where words in it were erased by their author
@JsonInclude(JsonInclude.Include.NON_NULL)
record RepairView(
    UUID repair,
    UUID thread,
    PersonId giver,
    Instant offeredAt,
    @Nullable String phrase,
    @Nullable Said words,
    @Nullable Said acknowledgement,
    @Nullable Said empathy,
    @Nullable Said restitution,
    @Nullable Boolean asks,
    @Nullable Link about,
    @Nullable Answer answer,
    @Nullable Instant answeredAt,
    @Nullable Instant until,
    @Nullable Said answerWords,
    @Nullable Instant withdrawnAt,
    @Nullable Boolean erased) {

  /// Reads the words of these rows of one couple in one go. Empty where the space was closed
  /// meanwhile: then nothing of it is to be read.
  static List<RepairView> of(List<RepairRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs = rows.stream().flatMapToLong(RepairRow::seqs).boxed().toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.offeredSeq()))
        .map(row -> of(row, events))
        .toList();
  }

  private static RepairView of(RepairRow row, Map<Long, Event> events) {
    var standing = row.state().standing();
    boolean gone = standing.withdrawnAt() != null;
    var offered = gone ? null : events.get(row.offeredSeq());
    var answeredSeq = row.answeredSeq();
    var answered = gone || answeredSeq == null ? null : events.get(answeredSeq);
    boolean asks = offered != null && offered.data().path("asks").booleanValue();
    boolean erased = Stream.of(offered, answered).filter(Objects::nonNull).anyMatch(Said::erased);
    return new RepairView(
        standing.repair(),
        standing.thread(),
        standing.giver(),
        standing.offeredAt(),
        offered == null ? null : offered.data().path("phrase").textValue(),
        Said.in(offered, "words"),
        Said.in(offered, "acknowledgement"),
        Said.in(offered, "empathy"),
        Said.in(offered, "restitution"),
        asks ? true : null,
        offered == null ? null : about(offered.data().path("about")),
        standing.answer(),
        standing.answeredAt(),
        standing.until(),
        Said.in(answered, "words"),
        standing.withdrawnAt(),
        erased ? true : null);
  }

  private static @Nullable Link about(JsonNode about) {
    return about.isObject() ? Link.of(about) : null;
  }
}
