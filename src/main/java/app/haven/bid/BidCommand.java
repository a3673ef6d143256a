package app.haven.bid;

import app.haven.kernel.Words;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the two can say with a bid.
sealed interface BidCommand {
  UUID bid();

  /// @param at when; a plan needs it
  /// @param wanted with `view` and `talk` only
  record Make(
      UUID bid,
      BidKind kind,
      @Words @Nullable String words,
      @Nullable Instant at,
      @Nullable Wanted wanted)
      implements BidCommand {}

  /// @param at with `later` only; none there means "I'll come to you"
  record Answer(
      UUID bid, app.haven.bid.Answer answer, @Words @Nullable String words, @Nullable Instant at)
      implements BidCommand {}

  record Withdraw(UUID bid) implements BidCommand {}
}
