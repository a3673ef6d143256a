package app.haven.bid;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to a bid.
sealed interface BidEvent {
  UUID bid();

  record Made(
      UUID bid,
      BidKind kind,
      @Words @Nullable String words,
      @Nullable Instant at,
      @Nullable Wanted wanted)
      implements BidEvent {}

  record Answered(UUID bid, Answer answer, @Words @Nullable String words, @Nullable Instant at)
      implements BidEvent {}

  record Withdrawn(UUID bid) implements BidEvent {}

  record Faded(UUID bid) implements BidEvent {}

  /// Tells the one who said *later*, and nobody else.
  record Due(UUID bid) implements BidEvent {}

  /// The name on the wire; `kind` is already what is reached out for.
  default String wire() {
    return switch (this) {
      case Made _ -> "bid.made";
      case Answered _ -> "bid.answered";
      case Withdrawn _ -> "bid.withdrawn";
      case Faded _ -> BidTimers.FADED;
      case Due _ -> BidTimers.DUE;
    };
  }

  default Fact fact() {
    return new Fact(this instanceof Due ? Target.MINE : Target.OURS, wire(), (Record) this);
  }
}
