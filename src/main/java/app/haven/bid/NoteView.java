package app.haven.bid;

import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A note as both read it.
///
/// @param erased true where its author erased the words
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoteView(
    UUID note, PersonId author, Instant sentAt, @Nullable Said words, @Nullable Boolean erased) {

  /// Reads the words of these rows of one couple in one go; none where the space was closed.
  static List<NoteView> of(List<NoteRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var events = log.at(rows.getFirst().stream(), rows.stream().map(NoteRow::sentSeq).toList());
    return rows.stream()
        .filter(row -> events.containsKey(row.sentSeq()))
        .map(row -> {
          var event = events.get(row.sentSeq());
          boolean erased = event != null && event.data().path("erased").booleanValue();
          return new NoteView(
              row.id(), row.author(), row.sentAt(), Said.in(event, "words"), erased ? true : null);
        })
        .toList();
  }
}
