package app.haven.phonesdown;

import app.haven.kernel.PersonId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A slot as both read it: the same as folding its events. It has no words, and does not say who
/// ended it.
///
/// @param startAt left out for one that begins with the yes
/// @param until while it runs
/// @param notNow where the other said a kind no
@JsonInclude(JsonInclude.Include.NON_NULL)
record SlotView(
    UUID slot,
    PersonId proposedBy,
    Instant proposedAt,
    @Nullable Instant startAt,
    int minutes,
    State state,
    @Nullable Instant until,
    @Nullable Boolean notNow,
    @Nullable Instant overAt) {
  static SlotView of(SlotRow row) {
    var standing = row.state().standing();
    return new SlotView(
        standing.slot(),
        standing.proposedBy(),
        standing.proposedAt(),
        standing.startAt(),
        standing.minutes(),
        standing.state(),
        standing.until(),
        standing.notNow(),
        row.overAt());
  }
}
