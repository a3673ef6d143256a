package app.haven.weekly;

import app.haven.kernel.EventLog;
import app.haven.kernel.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/// Puts the parts of weekly check-ins together for reading.
@ApplicationScoped
class WeeklyReads {
  private final Items items;
  private final EventLog log;

  @Inject
  WeeklyReads(Items items, EventLog log) {
    this.items = items;
    this.log = log;
  }

  List<WeeklyView> of(StreamId ours, List<WeeklyRow> rows) {
    var written = items.of(ours, rows.stream().map(WeeklyRow::id).toList());
    return WeeklyView.of(rows, written, log);
  }
}
