package app.haven.agreement;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.Said;
import app.haven.kernel.Weekday;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A reminder as the one who set it sees it, and nobody else: the same as folding their events.
///
/// @param remindedAt when it came last
/// @param paused true while nothing of it is heard, or until `pausedUntil`
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgreementReminderView(
    UUID agreement,
    @Nullable Said words,
    List<LocalTime> times,
    List<Weekday> weekdays,
    @Nullable Instant remindedAt,
    @Nullable Boolean paused,
    @Nullable Instant pausedUntil) {

  /// Reads the words of these rows of one person in one go.
  static List<AgreementReminderView> of(List<AgreementReminderRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs = rows.stream().map(AgreementReminderRow::setSeq).toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.setSeq()))
        .map(row -> of(row, Objects.requireNonNull(events.get(row.setSeq()))))
        .toList();
  }

  private static AgreementReminderView of(AgreementReminderRow row, Event set) {
    var state = row.state();
    return new AgreementReminderView(
        row.agreement(),
        Said.in(set, "words"),
        state.times().times(),
        state.times().weekdays(),
        row.remindedAt(),
        state.paused() ? true : null,
        state.pausedUntil());
  }
}
