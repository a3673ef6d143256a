package app.haven.concern;

import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A draft as its author reads it; what is not written yet is left out.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConcernDraftView(
    UUID concern,
    @Nullable Said saw,
    @Nullable Said felt,
    @Nullable Said meaning,
    @Nullable Said need,
    @Nullable Said request,
    Instant keptAt,
    @Nullable Boolean erased) {

  static List<ConcernDraftView> of(PersonId author, List<ConcernDraftRow> rows, EventLog log) {
    var events = log.at(author.mine(), rows.stream().map(ConcernDraftRow::keptSeq).toList());
    return rows.stream()
        .filter(row -> events.containsKey(row.keptSeq()))
        .map(row -> {
          var event = Objects.requireNonNull(events.get(row.keptSeq()));
          return new ConcernDraftView(
              row.id(),
              Said.in(event, "saw"),
              Said.in(event, "felt"),
              Said.in(event, "meaning"),
              Said.in(event, "need"),
              Said.in(event, "request"),
              event.at(),
              Said.erased(event) ? true : null);
        })
        .toList();
  }
}
