package app.haven.plan;

import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An idea as both read it; one that was taken back is in no list.
///
/// @param erased true where its words were erased with their author's account
@JsonInclude(JsonInclude.Include.NON_NULL)
record IdeaView(
    UUID idea, PersonId author, Instant addedAt, @Nullable Said words, @Nullable Boolean erased) {

  /// Reads the words of these rows of one couple in one go; none where the space was closed.
  static List<IdeaView> of(List<IdeaRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var events = log.at(rows.getFirst().stream(), rows.stream().map(IdeaRow::addedSeq).toList());
    return rows.stream()
        .filter(row -> events.containsKey(row.addedSeq()))
        .map(row -> {
          var event = Objects.requireNonNull(events.get(row.addedSeq()));
          return new IdeaView(
              row.id(),
              row.author(),
              row.addedAt(),
              Said.in(event, "words"),
              Said.erased(event) ? true : null);
        })
        .toList();
  }
}
