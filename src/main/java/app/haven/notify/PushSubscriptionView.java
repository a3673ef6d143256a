package app.haven.notify;

import java.time.Instant;
import java.util.UUID;

/// One of one's own browsers that can be reached.
///
/// @param id as its `hello` has it
record PushSubscriptionView(UUID id, Instant since) {}
