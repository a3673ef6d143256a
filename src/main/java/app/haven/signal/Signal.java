package app.haven.signal;

import app.haven.kernel.Refusal;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// The five signals, and how often they may be sent. Pure.
enum Signal {
  SLOWER,
  SAY_THE_NEED,
  SHUTTING_DOWN,
  HARD_BUT_HERE,
  MAY_NEED_SPACE;

  /// How long a signal is shown.
  static final Duration CURRENT = Duration.ofHours(12);

  static final int MOST = 5;
  private static final Duration WINDOW = Duration.ofMinutes(10);

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// A signal is meant to be small: many in a row would press the other for an answer.
  ///
  /// @param last when this person sent their last ones, at most five, newest first
  Sent sent(List<Instant> last, Instant now) {
    if (last.size() >= MOST) {
      var free = last.get(MOST - 1).plus(WINDOW);
      if (free.isAfter(now)) {
        throw Refusal.rate(
            "Five signals in ten minutes are enough for now. Would a time-out help?",
            Duration.between(now, free));
      }
    }
    return new Sent(this);
  }

  /// The command `signal.send`.
  record Send(Signal signal) {}

  /// The event `signal.sent`.
  record Sent(Signal signal) {}
}
