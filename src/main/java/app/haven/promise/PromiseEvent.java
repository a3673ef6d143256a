package app.haven.promise;

import app.haven.kernel.Fact;
import app.haven.kernel.Link;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to a promise.
sealed interface PromiseEvent {
  UUID promise();

  record Made(
      UUID promise,
      @Words(280) String words,
      Instant due,
      @Nullable LocalDate on,
      @Nullable Link from)
      implements PromiseEvent {}

  /// @param withNotice said before the time that stood: that is care. Afterwards it is a new time,
  ///   and no more is said of it
  record Changed(
      UUID promise,
      @Words(280) String words,
      Instant due,
      @Nullable LocalDate on,
      boolean withNotice)
      implements PromiseEvent {}

  record Kept(UUID promise) implements PromiseEvent {}

  record LetGo(UUID promise, @Words(280) String words) implements PromiseEvent {}

  record Thanked(UUID promise, @Words(280) @Nullable String words) implements PromiseEvent {}

  /// Reminds its maker alone, as [Due] does.
  record Soon(UUID promise) implements PromiseEvent {}

  record Due(UUID promise) implements PromiseEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Made _ -> "promise.made";
      case Changed _ -> "promise.changed";
      case Kept _ -> "promise.kept";
      case LetGo _ -> "promise.letGo";
      case Thanked _ -> "promise.thanked";
      case Soon _ -> PromiseTimers.SOON;
      case Due _ -> PromiseTimers.DUE;
    };
  }

  default Fact fact() {
    var target =
        switch (this) {
          case Made _, Changed _, Kept _, LetGo _, Thanked _ -> Target.OURS;
          case Soon _, Due _ -> Target.MINE;
        };
    return new Fact(target, kind(), (Record) this);
  }
}
