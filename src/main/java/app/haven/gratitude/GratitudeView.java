package app.haven.gratitude;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// An entry as it is read: the same as folding its events. What was not said is left out.
///
/// @param by who wrote it
/// @param what null where its author took the words back
/// @param justMine true for an entry of the own list
/// @param pinned true where it is pinned
/// @param erased true where words in it were taken back by their author
/// @param versions every version, oldest first; only where one entry is read
@JsonInclude(JsonInclude.Include.NON_NULL)
record GratitudeView(
    UUID gratitude,
    PersonId by,
    Instant at,
    Said what,
    @Nullable Said meaning,
    @Nullable LocalDate on,
    @JsonProperty("private") @Nullable Boolean justMine,
    @Nullable Instant editedAt,
    @Nullable Instant thankedAt,
    @Nullable Said thanks,
    @Nullable Boolean pinned,
    @Nullable Boolean erased,
    @Nullable List<Version> versions) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Version(Instant at, Said what, @Nullable Said meaning, @Nullable LocalDate on) {
    static Version of(Event event) {
      return new Version(event.at(), told(event), Said.in(event, "meaning"), day(event));
    }
  }

  /// Reads the words of these rows of one list in one go. Empty where the space was closed
  /// meanwhile: then nothing of it is to be read.
  static List<GratitudeView> of(List<GratitudeRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs = rows.stream().flatMapToLong(GratitudeView::shown).boxed().toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.currentSeq()))
        .map(row -> of(row, events, null))
        .toList();
  }

  private static LongStream shown(GratitudeRow row) {
    var thanked = row.thankedSeq();
    var current = LongStream.of(row.currentSeq());
    return thanked == null ? current : LongStream.concat(current, LongStream.of(thanked));
  }

  /// With its versions; of words that were taken back no version is left.
  static @Nullable GratitudeView whole(GratitudeRow row, EventLog log) {
    var seqs = LongStream.concat(row.versions(), shown(row)).distinct().boxed().toList();
    var events = log.at(row.stream(), seqs);
    if (!events.containsKey(row.currentSeq())) return null;
    var versions =
        row.versions().mapToObj(events::get).filter(Objects::nonNull).map(Version::of).toList();
    boolean gone = row.state() instanceof Gratitude.Erased;
    return of(row, events, gone ? List.of() : versions);
  }

  private static GratitudeView of(
      GratitudeRow row, Map<Long, Event> events, @Nullable List<Version> versions) {
    var state = row.state();
    var current = Objects.requireNonNull(events.get(row.currentSeq()));
    var thankedSeq = row.thankedSeq();
    var thanked = thankedSeq == null ? null : events.get(thankedSeq);
    boolean justMine = row.stream().equals(state.author().mine());
    boolean erased = Said.erased(current) || (thanked != null && Said.erased(thanked));
    return new GratitudeView(
        state.id(),
        state.author(),
        row.addedAt(),
        told(current),
        Said.in(current, "meaning"),
        day(current),
        justMine ? true : null,
        row.edited() ? current.at() : null,
        thanked == null ? null : thanked.at(),
        Said.in(thanked, "words"),
        state instanceof Gratitude.Kept kept && kept.pinned() ? true : null,
        erased ? true : null,
        versions);
  }

  private static Said told(Event event) {
    return new Said(event.data().path("what").textValue());
  }

  /// Nothing of what was said is left where the words were taken back.
  private static @Nullable LocalDate day(Event event) {
    var on = event.data().path("on").textValue();
    return on == null || Said.erased(event) ? null : LocalDate.parse(on);
  }

  boolean holds(SearchWords wanted) {
    return wanted.in(what.words(), words(meaning), words(thanks));
  }

  private static @Nullable String words(@Nullable Said said) {
    return said == null ? null : said.words();
  }
}
