package app.haven.need;

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

/// A shared boundary as both read it: the same as folding its events. Of one that was taken back
/// only the times are left.
///
/// @param sharedAt when it was shared first
/// @param versionAt when the version that stands was shared
/// @param question the one the partner asked
/// @param erased true where words in it were erased by their author
/// @param versions every version, oldest first; only where one boundary is read
@JsonInclude(JsonInclude.Include.NON_NULL)
record BoundaryView(
    UUID boundary,
    PersonId author,
    Instant sharedAt,
    @Nullable Instant takenBackAt,
    @Nullable Instant versionAt,
    @Nullable Said protects,
    @Nullable Said will,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant askedAt,
    @Nullable Said question,
    @Nullable Boolean erased,
    @Nullable List<Version> versions) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Version(Instant at, @Nullable Said protects, @Nullable Said will) {
    static Version of(Event event) {
      return new Version(event.at(), Said.in(event, "protects"), Said.in(event, "will"));
    }
  }

  /// Reads the words of these rows of one couple in one go. Empty where the space was closed
  /// meanwhile: then nothing of it is to be read.
  static List<BoundaryView> of(List<BoundaryRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs = rows.stream().flatMap(BoundaryView::shown).distinct().toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.currentSeq()))
        .map(row -> of(row, events, null))
        .toList();
  }

  private static Stream<Long> shown(BoundaryRow row) {
    return Stream.of(row.currentSeq(), row.askedSeq()).filter(Objects::nonNull);
  }

  /// With its versions; of one that was taken back no version is left.
  static @Nullable BoundaryView whole(BoundaryRow row, EventLog log) {
    var seqs = Stream.concat(row.sharedSeqs().stream(), shown(row)).distinct().toList();
    var events = log.at(row.stream(), seqs);
    if (!events.containsKey(row.currentSeq())) return null;
    var versions =
        row.sharedSeqs().stream()
            .map(events::get)
            .filter(Objects::nonNull)
            .map(Version::of)
            .toList();
    return of(row, events, row.shared() ? versions : List.of());
  }

  private static BoundaryView of(
      BoundaryRow row, Map<Long, Event> events, @Nullable List<Version> versions) {
    if (!row.shared()) return trace(row, versions);
    var current = Objects.requireNonNull(events.get(row.currentSeq()));
    var version = Version.of(current);
    var asked = row.askedSeq() == null ? null : events.get(row.askedSeq());
    boolean erased = Said.erased(current) || (asked != null && Said.erased(asked));
    return new BoundaryView(
        row.id(),
        row.author(),
        row.firstAt(),
        null,
        version.at(),
        version.protects(),
        version.will(),
        row.acknowledgedAt(),
        asked == null ? null : asked.at(),
        Said.in(asked, "words"),
        erased ? true : null,
        versions);
  }

  private static BoundaryView trace(BoundaryRow row, @Nullable List<Version> versions) {
    return new BoundaryView(
        row.id(),
        row.author(),
        row.firstAt(),
        row.takenBackAt(),
        null,
        null,
        null,
        null,
        null,
        null,
        true,
        versions);
  }
}
