package app.haven.need;

import app.haven.kernel.EventLog;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A need as its owner alone keeps it.
///
/// @param versionAt when the version that stands was kept
/// @param versions every version, oldest first; only where one need is read
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeptNeedView(
    UUID need,
    Instant versionAt,
    @Nullable Said statement,
    @Nullable Said feeling,
    @Nullable Said observation,
    @Nullable Said request,
    @Nullable List<NeedView.Version> versions) {

  static List<KeptNeedView> of(List<OwnCardRow> rows, EventLog log) {
    return OwnCards.read(rows, log, (id, event) -> of(id, NeedView.Version.of(event), null));
  }

  static @Nullable KeptNeedView whole(OwnCardRow row, EventLog log) {
    var versions =
        log.at(row.stream(), row.seqs()).values().stream().map(NeedView.Version::of).toList();
    return versions.isEmpty() ? null : of(row.id(), versions.getLast(), versions);
  }

  private static KeptNeedView of(
      UUID id, NeedView.Version last, @Nullable List<NeedView.Version> versions) {
    return new KeptNeedView(
        id,
        last.at(),
        last.statement(),
        last.feeling(),
        last.observation(),
        last.request(),
        versions);
  }
}
