package app.haven.timeout;

import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A draft as its author reads it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftView(
    UUID draft, UUID timeout, @Nullable Said words, Instant keptAt, @Nullable Boolean erased) {

  static List<DraftView> of(PersonId author, List<DraftRow> rows, EventLog log) {
    var events = log.at(author.mine(), rows.stream().map(DraftRow::keptSeq).toList());
    return rows.stream()
        .map(row -> events.get(row.keptSeq()))
        .filter(Objects::nonNull)
        .map(event ->
            new DraftView(
                UUID.fromString(event.data().path("draft").asText()),
                UUID.fromString(event.data().path("timeout").asText()),
                Said.in(event, "words"),
                event.at(),
                Said.erased(event) ? true : null))
        .toList();
  }
}
