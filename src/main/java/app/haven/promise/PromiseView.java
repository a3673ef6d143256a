package app.haven.promise;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.Link;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A promise as both read it: the same as folding its events. What was not said is left out.
///
/// @param versions what was promised when, the first one first; the last one stands
/// @param lastWords what its maker said when they let it go
/// @param erased true where words in it were erased by their author
@JsonInclude(JsonInclude.Include.NON_NULL)
record PromiseView(
    UUID promise,
    PersonId maker,
    Instant madeAt,
    State state,
    @Nullable Link from,
    List<Version> versions,
    @Nullable Instant keptAt,
    @Nullable Instant thankedAt,
    @Nullable Said thanks,
    @Nullable Instant letGoAt,
    @Nullable Said lastWords,
    @Nullable Boolean erased) {

  /// @param withNotice left out in the first one
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Version(
      Instant at,
      @Nullable Said words,
      Instant due,
      @Nullable LocalDate on,
      @Nullable Boolean withNotice) {

    static Version of(Event event) {
      var data = event.data();
      return new Version(
          event.at(),
          Said.in(event, "words"),
          Instant.parse(data.path("due").asText()),
          data.has("on") ? LocalDate.parse(data.path("on").asText()) : null,
          data.has("withNotice") ? data.path("withNotice").booleanValue() : null);
    }
  }

  /// Reads the words of these rows of one couple in one go. Empty where the space was closed
  /// meanwhile: then nothing of it is to be read.
  static List<PromiseView> of(List<PromiseRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs = rows.stream().flatMapToLong(PromiseRow::seqs).boxed().toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.madeSeq()))
        .map(row -> of(row, events))
        .toList();
  }

  private static PromiseView of(PromiseRow row, Map<Long, Event> events) {
    var standing = row.state().standing();
    var made = Objects.requireNonNull(events.get(row.madeSeq()));
    var thanked = event(row.thankedSeq(), events);
    var letGo = event(row.letGoSeq(), events);
    var versions =
        Stream.concat(Stream.of(made), Arrays.stream(row.changedSeqs()).mapToObj(events::get))
            .filter(Objects::nonNull)
            .toList();
    boolean erased =
        Stream.concat(versions.stream(), Stream.of(thanked, letGo).filter(Objects::nonNull))
            .anyMatch(Said::erased);
    return new PromiseView(
        standing.promise(),
        standing.maker(),
        standing.madeAt(),
        standing.state(),
        from(made.data().path("from")),
        versions.stream().map(Version::of).toList(),
        row.keptAt(),
        thanked == null ? null : thanked.at(),
        Said.in(thanked, "words"),
        row.letGoAt(),
        Said.in(letGo, "words"),
        erased ? true : null);
  }

  private static @Nullable Event event(@Nullable Long seq, Map<Long, Event> events) {
    return seq == null ? null : events.get(seq);
  }

  private static @Nullable Link from(JsonNode from) {
    return from.isObject() ? Link.of(from) : null;
  }
}
