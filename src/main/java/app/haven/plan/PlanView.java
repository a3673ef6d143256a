package app.haven.plan;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.Link;
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

/// A plan as both read it: the same as folding its events. What was not said is left out.
///
/// @param at when it is to be
/// @param leader who sees to it
/// @param erased true where words in it were erased with their author's account
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanView(
    UUID plan,
    PersonId maker,
    Instant madeAt,
    @Nullable Said words,
    @Nullable Instant at,
    @Nullable Boolean surprise,
    @Nullable Link from,
    @Nullable PersonId leader,
    @Nullable Answer answer,
    @Nullable Instant answeredAt,
    @Nullable Said answerWords,
    @Nullable Instant letGoAt,
    @Nullable Boolean erased) {

  /// Reads the words of these rows of one couple in one go; none where the space was closed.
  static List<PlanView> of(List<PlanRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs =
        rows.stream()
            .flatMap(row -> Stream.of(row.madeSeq(), row.answeredSeq()))
            .filter(Objects::nonNull)
            .toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.madeSeq()))
        .map(row -> of(row, events))
        .toList();
  }

  private static PlanView of(PlanRow row, Map<Long, Event> events) {
    var state = row.state();
    var open = state instanceof Plan.Gone gone ? gone.was() : (Plan.Open) state;
    var made = Objects.requireNonNull(events.get(row.madeSeq()));
    var answeredSeq = row.answeredSeq();
    var answered = answeredSeq == null ? null : events.get(answeredSeq);
    var at = made.data().path("at").textValue();
    boolean erased = Said.erased(made) || (answered != null && Said.erased(answered));
    return new PlanView(
        open.made().id(),
        open.made().maker(),
        open.made().at(),
        Said.in(made, "words"),
        at == null ? null : Instant.parse(at),
        made.data().path("surprise").booleanValue() ? true : null,
        made.data().has("from") ? Link.of(made.data().path("from")) : null,
        open.leader(),
        open.answer(),
        open.answeredAt(),
        Said.in(answered, "words"),
        state.standing().letGoAt(),
        erased ? true : null);
  }
}
