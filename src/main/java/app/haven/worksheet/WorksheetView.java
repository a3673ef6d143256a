package app.haven.worksheet;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.Part;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A worksheet as both read it: the same as folding its events. While it is open it is the same
/// whatever either has written.
///
/// @param answers of both, once it is revealed; what was left open is left out
/// @param best what the two wrote together, in every version
/// @param erased true where whoever opened it took the issue back
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorksheetView(
    UUID worksheet,
    PersonId openedBy,
    Instant openedAt,
    State state,
    @Nullable Said issue,
    @Nullable Instant revealedAt,
    @Nullable List<Answer> answers,
    @Nullable List<Best> best,
    @Nullable Instant closedAt,
    @Nullable Boolean erased) {

  /// @param layers in the order in which they were picked
  /// @param erased true where their author took the words back
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      PersonId by, @Nullable Said view, @Nullable List<Layer> layers, @Nullable Boolean erased) {
    static Answer of(JsonNode share) {
      return new Answer(
          new PersonId(UUID.fromString(share.path("by").textValue())),
          Said.in(share, "view"),
          Layer.in(share),
          share.path("erased").booleanValue() ? true : null);
    }
  }

  /// @param version from 1; whoever writes names the one they read
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Best(
      int version, PersonId by, Instant at, @Nullable Said words, @Nullable Boolean erased) {}

  /// Reads the words of these rows of one couple in one go. Empty where the space was closed
  /// meanwhile: then nothing of it is to be read.
  static List<WorksheetView> of(List<WorksheetRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs = rows.stream().flatMapToLong(WorksheetRow::seqs).boxed().toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.openedSeq()))
        .map(row -> of(row, events))
        .toList();
  }

  private static WorksheetView of(WorksheetRow row, Map<Long, Event> events) {
    var standing = row.state().standing();
    var opened = Objects.requireNonNull(events.get(row.openedSeq()));
    var revealed = row.revealedSeq() == null ? null : events.get(row.revealedSeq());
    return new WorksheetView(
        standing.worksheet(),
        standing.openedBy(),
        standing.openedAt(),
        standing.state(),
        Said.in(opened, "issue"),
        row.revealedAt(),
        revealed == null
            ? null
            : revealed.data().path(Part.FIELD).valueStream().map(Answer::of).toList(),
        revealed == null ? null : best(row, events),
        row.closedAt(),
        Said.erased(opened) ? true : null);
  }

  private static List<Best> best(WorksheetRow row, Map<Long, Event> events) {
    var best = new ArrayList<Best>();
    for (long seq : row.writtenSeqs()) {
      var event = events.get(seq);
      if (event == null || event.by() == null) continue;
      best.add(
          new Best(
              best.size() + 1,
              event.by(),
              event.at(),
              Said.in(event, "words"),
              Said.erased(event) ? true : null));
    }
    return best;
  }
}
