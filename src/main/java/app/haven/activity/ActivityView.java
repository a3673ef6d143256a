package app.haven.activity;

import app.haven.kernel.PersonId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An activity as both read it: the same as folding its events. It has no words.
///
/// @param step the one under way, counted from 1
/// @param turn whose turn it is; left out for a step of both
/// @param until about how long the step takes
/// @param answer where the other said a kind no
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActivityView(
    UUID activity,
    PersonId offeredBy,
    Instant offeredAt,
    Which which,
    State state,
    @Nullable Integer step,
    @Nullable PersonId turn,
    @Nullable Instant until,
    @Nullable Answer answer,
    @Nullable Instant overAt) {
  static ActivityView of(ActivityRow row) {
    var standing = row.state().standing();
    return new ActivityView(
        standing.activity(),
        standing.offeredBy(),
        standing.offeredAt(),
        standing.which(),
        standing.state(),
        standing.step(),
        standing.turn(),
        standing.until(),
        standing.answer(),
        row.overAt());
  }
}
