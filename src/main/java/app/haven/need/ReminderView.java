package app.haven.need;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A reminder as the one who agreed to it sees it, and nobody else.
///
/// @param remindedAt when it came last
/// @param paused true while nothing of it is heard
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReminderView(
    UUID need,
    @Nullable Instant remindedAt,
    @Nullable Boolean paused,
    @Nullable Instant pausedUntil) {}
