package app.haven.question;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A question as both read it: the same as folding its events.
///
/// @param drawer whose turn it was
/// @param deck its name in the deck; or `own`, the id of one that either of the two wrote
/// @param answers of both, once both were ready
/// @param thanked what was said afterwards, in order
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuestionView(
    UUID question,
    PersonId drawer,
    Instant drawnAt,
    Depth depth,
    @Nullable String deck,
    @Nullable UUID own,
    State state,
    @Nullable Instant revealedAt,
    @Nullable List<Answer> answers,
    @Nullable List<Thanks> thanked) {

  /// @param words null where their author erased them
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(PersonId by, @Nullable Said words, @Nullable Boolean erased) {}

  /// @param words left out where it was one tap, null where their author erased them
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Thanks(PersonId by, Instant at, @Nullable Said words) {}

  /// Reads the words of these rows of one couple in one go. Empty where the space was closed
  /// meanwhile: then nothing of it is to be read.
  static List<QuestionView> of(List<QuestionRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs = rows.stream().flatMap(QuestionView::seqs).toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.drawnSeq()))
        .map(row -> of(row, events))
        .toList();
  }

  private static Stream<Long> seqs(QuestionRow row) {
    return Stream.concat(Stream.of(row.drawnSeq()), row.seqs().stream());
  }

  private static QuestionView of(QuestionRow row, Map<Long, Event> events) {
    var standing = row.state().standing();
    var seq = row.revealedSeq();
    var revealed = seq == null ? null : events.get(seq);
    return new QuestionView(
        standing.question(),
        standing.drawer(),
        standing.drawnAt(),
        standing.depth(),
        standing.deck(),
        standing.own(),
        standing.state(),
        row.revealedAt(),
        revealed == null ? null : answers(revealed),
        revealed == null ? null : thanked(row, events));
  }

  private static List<Answer> answers(Event revealed) {
    return revealed.data().path("answers").valueStream().map(QuestionView::answer).toList();
  }

  private static Answer answer(JsonNode said) {
    var by = new PersonId(UUID.fromString(said.path("by").textValue()));
    boolean erased = said.path("erased").booleanValue();
    return new Answer(by, Said.in(said, "words"), erased ? true : null);
  }

  private static List<Thanks> thanked(QuestionRow row, Map<Long, Event> events) {
    return Arrays.stream(row.thankedSeqs())
        .mapToObj(events::get)
        .filter(Objects::nonNull)
        .map(event ->
            new Thanks(Objects.requireNonNull(event.by()), event.at(), Said.in(event, "words")))
        .toList();
  }
}
