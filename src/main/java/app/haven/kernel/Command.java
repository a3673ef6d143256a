package app.haven.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What arrives at either door, its envelope checked and its data not yet.
///
/// @param id made by the client; the same id is answered once
/// @param couple stands on every command for `ours`, and only there
/// @param kind such as `timeout.call`
public record Command(UUID id, @Nullable CoupleId couple, String kind, ObjectNode data) {}
