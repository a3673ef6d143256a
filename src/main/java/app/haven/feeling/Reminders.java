package app.haven.feeling;

import app.haven.kernel.PersonId;
import app.haven.kernel.Timer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// The timers behind the three times of the day, and behind one that was put off. They go by the
/// clock on the person's wall, through summer time. Pure.
final class Reminders {
  /// The name of the timers and of the event they become.
  static final String DUE = "feeling.due";

  private static final int SNOOZED = 9;

  private Reminders() {}

  /// The next time this clock shows that time: once a day, also where it is shown twice; where a
  /// night leaves it out, as much later.
  static Instant next(LocalTime time, ZoneId zone, Instant after) {
    var day = LocalDate.ofInstant(after, zone);
    while (true) {
      var at = ZonedDateTime.of(day, time, zone).toInstant();
      if (at.isAfter(after)) return at;
      day = day.plusDays(1);
    }
  }

  /// Whether a timer was set for this time on this clock: whoever moved to another zone, or moved
  /// the time, is not woken by what was meant for the old one.
  static boolean fits(Instant due, LocalTime time, ZoneId zone) {
    return next(time, zone, due.minusMillis(1)).equals(due);
  }

  static Timer daily(PersonId person, int reminder, Instant at) {
    return new Timer(person.mine(), DUE, thing(reminder), at);
  }

  static Timer snoozed(PersonId person, Instant at) {
    return new Timer(person.mine(), DUE, thing(SNOOZED), at);
  }

  static boolean isSnoozed(Timer timer) {
    return reminder(timer) == SNOOZED;
  }

  /// Every timer there may be for a person.
  static List<Timer.Key> all(PersonId person) {
    return IntStream.of(1, 2, 3, SNOOZED)
        .mapToObj(one -> new Timer.Key(person.mine(), DUE, thing(one)))
        .toList();
  }

  static int reminder(Timer timer) {
    return (int) timer.thing().getLeastSignificantBits();
  }

  /// A timer needs the id of a thing: a person has the same few of them always.
  private static UUID thing(int number) {
    return new UUID(0, number);
  }
}
