package app.haven.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a person wants to be reached.
///
/// @param pausedUntil null while paused: until they say
/// @param moments whether the two moments of their own time-out pass through quiet hours
/// @param mail the address; null where they want none
record Choices(
    boolean paused,
    @Nullable Instant pausedUntil,
    boolean moments,
    boolean buttons,
    @Nullable String mail) {
  static final Choices USUAL = new Choices(false, null, false, true, null);

  boolean pausedAt(Instant now) {
    return paused && (pausedUntil == null || pausedUntil.isAfter(now));
  }

  Choices withPause(boolean paused, @Nullable Instant until) {
    return new Choices(paused, until, moments, buttons, mail);
  }

  Choices withMoments(boolean moments) {
    return new Choices(paused, pausedUntil, moments, buttons, mail);
  }

  Choices withButtons(boolean buttons) {
    return new Choices(paused, pausedUntil, moments, buttons, mail);
  }

  Choices withMail(@Nullable String mail) {
    return new Choices(paused, pausedUntil, moments, buttons, mail);
  }
}
