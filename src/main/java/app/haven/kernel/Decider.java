package app.haven.kernel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One feature as the kernel sees it. A decider joins a pure rule with its rows: it opens no
/// transaction, sends nothing and reads no clock.
///
/// @param <C> the sealed family of the feature's commands; each is a record
public interface Decider<C> {

  /// Whether a command goes with the person alone, needs the couple, or says so by itself.
  enum Scope {
    SELF,
    COUPLE,
    /// For `ours` with the couple on it, for `mine` without.
    EITHER
  }

  /// One kind of command: the record its data is read into, and whom it needs.
  record Shape<C>(Class<? extends C> data, Scope scope) {}

  /// A command that passed the doors.
  record Asked<C>(Who who, C command) {}

  /// Every command kind of this feature.
  Map<String, Shape<C>> commands();

  /// Every timer kind of this feature.
  default Set<String> timers() {
    return Set.of();
  }

  /// Reads in one go the rows that these commands and timers will need; the streams are locked.
  default void preload(Collection<Asked<C>> asked, Collection<Timer> timers) {}

  /// What happens. Throws a [Refusal] before it has changed anything.
  Decision decide(Who who, C command, Instant now);

  /// What a timer does now that it is due. The stream is locked and open.
  ///
  /// @param readers the one or two people who read the stream
  default Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    throw new IllegalStateException("no timer of this feature: " + timer.kind());
  }
}
