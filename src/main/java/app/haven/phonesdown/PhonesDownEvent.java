package app.haven.phonesdown;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to a slot.
sealed interface PhonesDownEvent {
  UUID slot();

  record Proposed(UUID slot, @Nullable Instant startAt, Integer minutes)
      implements PhonesDownEvent {}

  /// @param until where it begins with the yes; otherwise [Begun] says it
  record Accepted(UUID slot, @Nullable Instant until) implements PhonesDownEvent {}

  /// A kind no.
  record SaidNotNow(UUID slot) implements PhonesDownEvent {}

  record Withdrawn(UUID slot) implements PhonesDownEvent {}

  /// It begins in a few minutes; changes nothing.
  record Soon(UUID slot, Instant startAt) implements PhonesDownEvent {}

  record Begun(UUID slot, Instant until) implements PhonesDownEvent {}

  /// Its time is over, or one of the two ended it.
  record Ended(UUID slot) implements PhonesDownEvent {}

  /// A proposal nobody answered goes by.
  record Faded(UUID slot) implements PhonesDownEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Proposed _ -> "phonesDown.proposed";
      case Accepted _ -> "phonesDown.accepted";
      case SaidNotNow _ -> "phonesDown.saidNotNow";
      case Withdrawn _ -> "phonesDown.withdrawn";
      case Soon _ -> SlotTimers.SOON;
      case Begun _ -> SlotTimers.BEGUN;
      case Ended _ -> SlotTimers.ENDED;
      case Faded _ -> SlotTimers.FADED;
    };
  }

  default Fact fact() {
    return new Fact(Target.OURS, kind(), (Record) this);
  }
}
