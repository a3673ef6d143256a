package app.haven.plan;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A surprise that waits, as its author reads it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record HiddenPlanView(
    UUID plan,
    UUID couple,
    @Nullable Said words,
    @Nullable Instant at,
    @Nullable Boolean lead,
    @Nullable Instant revealAt) {

  static List<HiddenPlanView> of(PersonId author, List<HiddenPlanRow> rows, EventLog log) {
    var events = log.at(author.mine(), rows.stream().map(HiddenPlanRow::hiddenSeq).toList());
    return rows.stream().map(row -> of(row, events.get(row.hiddenSeq()))).toList();
  }

  private static HiddenPlanView of(HiddenPlanRow row, @Nullable Event event) {
    var at = event == null ? null : event.data().path("at").textValue();
    boolean lead = event != null && event.data().path("lead").booleanValue();
    return new HiddenPlanView(
        row.id(),
        row.ours().value(),
        Said.in(event, "words"),
        at == null ? null : Instant.parse(at),
        lead ? true : null,
        row.revealAt());
  }
}
