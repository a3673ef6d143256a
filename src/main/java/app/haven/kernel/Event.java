package app.haven.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened, as every entitled device gets it, once and in order.
///
/// @param seq gapless within the stream
/// @param command the command it came from
/// @param by its author; null for the system
/// @param data in the clear; words that were erased are null and `erased` is true
public record Event(
    StreamId stream,
    long seq,
    UUID command,
    Instant at,
    @Nullable PersonId by,
    String kind,
    ObjectNode data) {}
