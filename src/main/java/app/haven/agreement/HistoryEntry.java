package app.haven.agreement;

import app.haven.kernel.Event;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One entry of an agreement's history, as the event that brought it.
record HistoryEntry(
    String kind, UUID by, Instant at, @Schema(type = SchemaType.OBJECT) ObjectNode data) {
  static HistoryEntry of(Event entry) {
    return new HistoryEntry(
        entry.kind(), Objects.requireNonNull(entry.by()).value(), entry.at(), entry.data());
  }
}
