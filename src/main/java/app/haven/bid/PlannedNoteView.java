package app.haven.bid;

import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A note that waits, as its author reads it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlannedNoteView(UUID note, UUID couple, Instant at, @Nullable Said words) {

  static List<PlannedNoteView> of(PersonId author, List<PlannedNoteRow> rows, EventLog log) {
    var events = log.at(author.mine(), rows.stream().map(PlannedNoteRow::plannedSeq).toList());
    return rows.stream()
        .map(row ->
            new PlannedNoteView(
                row.id(),
                row.ours().value(),
                row.at(),
                Said.in(events.get(row.plannedSeq()), "words")))
        .toList();
  }
}
