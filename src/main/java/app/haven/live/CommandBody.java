package app.haven.live;

import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The command object as OpenAPI shows it.
///
/// @param couple only on commands for `ours`
record CommandBody(
    @Schema(required = true, enumeration = "command") String type,
    @Schema(required = true, description = "UUID made by the client, version 7 preferred") UUID id,
    @Schema(description = "On every command for `ours`; left out for `mine`") UUID couple,
    @Schema(required = true, examples = "timeout.call") String kind,
    @Schema(required = true) Map<String, Object> data) {}
