package app.haven.agreement;

import app.haven.kernel.Times;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// When somebody is reminded of an agreement. Pure.
///
/// @param paused while nothing of it is heard
/// @param pausedUntil null: until the person says
record AgreementReminder(Times times, boolean paused, @Nullable Instant pausedUntil) {

  boolean pausedAt(Instant now) {
    return paused && (pausedUntil == null || pausedUntil.isAfter(now));
  }

  /// Whether it is heard now that this moment has come. It may not be one of its moments any more:
  /// whoever is reminded changed their zone after the timer was set.
  boolean heard(Instant due, ZoneId zone, Instant now) {
    return !pausedAt(now) && times.fall(due, zone);
  }
}
