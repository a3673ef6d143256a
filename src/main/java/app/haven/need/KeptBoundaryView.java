package app.haven.need;

import app.haven.kernel.EventLog;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A boundary as its owner alone keeps it.
///
/// @param versionAt when the version that stands was kept
/// @param versions every version, oldest first; only where one boundary is read
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeptBoundaryView(
    UUID boundary,
    Instant versionAt,
    @Nullable Said protects,
    @Nullable Said will,
    @Nullable List<BoundaryView.Version> versions) {

  static List<KeptBoundaryView> of(List<OwnCardRow> rows, EventLog log) {
    return OwnCards.read(rows, log, (id, event) -> of(id, BoundaryView.Version.of(event), null));
  }

  static @Nullable KeptBoundaryView whole(OwnCardRow row, EventLog log) {
    var versions =
        log.at(row.stream(), row.seqs()).values().stream().map(BoundaryView.Version::of).toList();
    return versions.isEmpty() ? null : of(row.id(), versions.getLast(), versions);
  }

  private static KeptBoundaryView of(
      UUID id, BoundaryView.Version last, @Nullable List<BoundaryView.Version> versions) {
    return new KeptBoundaryView(id, last.at(), last.protects(), last.will(), versions);
  }
}
