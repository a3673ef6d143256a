package app.haven.agreement;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.Link;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An agreement as both read it: the same as folding its events.
///
/// @param holds the number of the version in force
/// @param pending the number of the version that waits for a yes
/// @param slots in a space plan in force, as they are now
/// @param reviewAt when the two look at it next
/// @param keptAt when one of them last said that it stays
/// @param versions all of them, the first first
/// @param hash of the newest entry of its history
/// @param intact false where the history is not as it was written
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgreementView(
    UUID agreement,
    Kind kind,
    State state,
    UUID author,
    Instant proposedAt,
    @Nullable Link from,
    @Nullable Integer holds,
    @Nullable Integer pending,
    @Nullable List<Slot> slots,
    @Nullable Instant reviewAt,
    @Nullable Instant keptAt,
    List<VersionView> versions,
    @Nullable Instant endedAt,
    @Nullable UUID endedBy,
    String hash,
    boolean intact) {

  /// Reads the history of these rows of one couple in one go. Empty where the space was closed
  /// meanwhile: then nothing of it is to be read.
  static List<AgreementView> of(List<AgreementRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs = rows.stream().flatMapToLong(AgreementRow::seqs).boxed().toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.firstSeq()))
        .map(row -> of(row, entries(row, events)))
        .toList();
  }

  static List<Event> entries(AgreementRow row, Map<Long, Event> events) {
    return row.seqs().mapToObj(events::get).filter(Objects::nonNull).toList();
  }

  private static AgreementView of(AgreementRow row, List<Event> entries) {
    var standing = row.state().standing();
    var holds = row.state() instanceof Agreement.InForce it ? it : null;
    return new AgreementView(
        row.id(),
        row.kind(),
        standing.state(),
        row.state().card().author().value(),
        row.state().card().proposedAt(),
        from(entries.getFirst()),
        standing.holds(),
        standing.pending(),
        holds == null || holds.slots().isEmpty() ? null : holds.slots(),
        holds == null ? null : holds.reviewAt(),
        entries.stream()
            .filter(entry -> entry.kind().equals("agreement.kept"))
            .map(Event::at)
            .reduce((_, last) -> last)
            .orElse(null),
        VersionView.of(entries),
        row.endedAt(),
        endedBy(entries.getLast()),
        row.hash(),
        History.intact(entries, row.hash(), row.state()));
  }

  private static @Nullable Link from(Event proposed) {
    var from = proposed.data().get("from");
    return from == null ? null : Link.of(from);
  }

  private static @Nullable UUID endedBy(Event last) {
    boolean ended = last.kind().equals("agreement.withdrawn") && !last.data().has("version");
    var by = last.by();
    return ended && by != null ? by.value() : null;
  }
}
