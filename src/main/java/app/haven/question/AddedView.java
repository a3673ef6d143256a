package app.haven.question;

import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question that one of the two wrote, as both read it.
///
/// @param words null where its author's key was destroyed
@JsonInclude(JsonInclude.Include.NON_NULL)
record AddedView(UUID own, PersonId author, Instant addedAt, Depth depth, @Nullable Said words) {
  static List<AddedView> of(List<OwnRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var events = log.at(rows.getFirst().stream(), rows.stream().map(OwnRow::addedSeq).toList());
    return rows.stream()
        .filter(row -> events.containsKey(row.addedSeq()))
        .map(row -> {
          var own = row.state();
          var words = Said.in(events.get(row.addedSeq()), "words");
          return new AddedView(own.id(), own.author(), row.addedAt(), own.depth(), words);
        })
        .toList();
  }
}
