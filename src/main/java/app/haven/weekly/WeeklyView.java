package app.haven.weekly;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.Part;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A week's check-in as both read it: the same as folding its events. While it is open it is the
/// same whatever either has written.
///
/// @param at when the two sit down
/// @param speaker who has the word
/// @param answers of both, once it is revealed; what was left open is left out
/// @param notes and decisions in their newest version, in the order in which they were begun
@JsonInclude(JsonInclude.Include.NON_NULL)
record WeeklyView(
    UUID weekly,
    Instant at,
    Form form,
    Instant openedAt,
    State state,
    @Nullable Instant revealedAt,
    @Nullable PersonId speaker,
    @Nullable List<Answer> answers,
    @Nullable List<Written> notes,
    @Nullable List<Written> decisions,
    @Nullable Instant endedAt) {

  /// @param erased true where their author took the words back
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      PersonId by,
      @Nullable List<String> appreciations,
      @Nullable Said wentWell,
      @Nullable List<Met> needs,
      @Nullable Said hardThing,
      @Nullable Said offer,
      @Nullable Said together,
      @Nullable Boolean erased) {

    static Answer of(JsonNode share) {
      var answers = Answers.of(share);
      return new Answer(
          new PersonId(UUID.fromString(share.path("by").textValue())),
          answers.appreciations(),
          Said.in(share, "wentWell"),
          answers.needs(),
          Said.in(share, "hardThing"),
          Said.in(share, "offer"),
          Said.in(share, "together"),
          share.path("erased").booleanValue() ? true : null);
    }
  }

  /// @param version from 1; whoever writes names the one they read
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Written(
      UUID id,
      int version,
      PersonId by,
      Instant at,
      @Nullable Said words,
      @Nullable Boolean erased) {}

  /// Reads the words of these rows of one couple in one go. Empty where the space was closed
  /// meanwhile: then nothing of it is to be read.
  static List<WeeklyView> of(List<WeeklyRow> rows, List<ItemRow> items, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var shared =
        rows.stream()
            .flatMapToLong(row ->
                row.revealedSeq() == null
                    ? LongStream.of(row.openedSeq())
                    : LongStream.of(row.openedSeq(), row.revealedSeq()));
    var newest = items.stream().mapToLong(WeeklyView::newest);
    var seqs = LongStream.concat(shared, newest).boxed().toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.openedSeq()))
        .map(row -> of(row, items, events))
        .toList();
  }

  private static long newest(ItemRow item) {
    return item.seqs()[item.seqs().length - 1];
  }

  private static WeeklyView of(WeeklyRow row, List<ItemRow> items, Map<Long, Event> events) {
    var standing = row.state().standing();
    var card = row.state().card();
    var revealed = row.revealedSeq() == null ? null : events.get(row.revealedSeq());
    return new WeeklyView(
        card.id(),
        card.at(),
        card.form(),
        card.openedAt(),
        standing.state(),
        row.revealedAt(),
        standing.speaker(),
        revealed == null
            ? null
            : revealed.data().path(Part.FIELD).valueStream().map(Answer::of).toList(),
        revealed == null ? null : written(row, false, items, events),
        revealed == null ? null : written(row, true, items, events),
        row.endedAt());
  }

  private static List<Written> written(
      WeeklyRow row, boolean decisions, List<ItemRow> items, Map<Long, Event> events) {
    return items.stream()
        .filter(item -> item.item().weekly().equals(row.id()))
        .filter(item -> item.item().decision() == decisions)
        .sorted(Comparator.comparingLong(item -> item.seqs()[0]))
        .flatMap(item ->
            Arrays.stream(new Event[] {events.get(newest(item))})
                .filter(event -> event != null && event.by() != null)
                .map(event ->
                    new Written(
                        item.item().id(),
                        item.seqs().length,
                        event.by(),
                        event.at(),
                        Said.in(event, "words"),
                        Said.erased(event) ? true : null)))
        .toList();
  }
}
