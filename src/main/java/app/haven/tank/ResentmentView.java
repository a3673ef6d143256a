package app.haven.tank;

import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A small resentment as its owner reads it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResentmentView(
    UUID resentment,
    @Nullable Said words,
    @Nullable Said about,
    Instant keptAt,
    @Nullable Instant raisedAt) {

  static List<ResentmentView> of(PersonId owner, List<ResentmentRow> rows, EventLog log) {
    var events = log.at(owner.mine(), rows.stream().map(ResentmentRow::keptSeq).toList());
    return rows.stream()
        .filter(row -> events.containsKey(row.keptSeq()))
        .map(row -> {
          var kept = Objects.requireNonNull(events.get(row.keptSeq()));
          return new ResentmentView(
              row.id(), Said.in(kept, "words"), Said.in(kept, "about"), kept.at(), row.raisedAt());
        })
        .toList();
  }
}
