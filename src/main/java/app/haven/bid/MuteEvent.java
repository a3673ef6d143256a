package app.haven.bid;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;

/// What was muted; for that person alone.
sealed interface MuteEvent {
  record Changed(BidKind kind, boolean muted) implements MuteEvent {
    Fact fact() {
      return new Fact(Target.MINE, "mute.changed", this);
    }
  }
}
