package app.haven.carecard;

import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A section that is shown, as both read it.
///
/// @param sharedAt when these words were shown
@JsonInclude(JsonInclude.Include.NON_NULL)
record CareShareView(
    UUID share, PersonId owner, Section section, @Nullable Said words, Instant sharedAt) {

  /// Reads the words of these rows of one couple in one go; none where the space was closed.
  static List<CareShareView> of(List<CareShareRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var events =
        log.at(rows.getFirst().stream(), rows.stream().map(CareShareRow::sharedSeq).toList());
    return rows.stream()
        .filter(row -> events.containsKey(row.sharedSeq()))
        .map(row ->
            new CareShareView(
                row.share(),
                row.owner(),
                row.section(),
                Said.in(events.get(row.sharedSeq()), "words"),
                row.sharedAt()))
        .toList();
  }
}
