package app.haven.feeling;

import app.haven.feeling.FeelingCommand.ChooseLevel;
import app.haven.feeling.FeelingCommand.Remind;
import app.haven.feeling.FeelingCommand.Skip;
import app.haven.feeling.FeelingCommand.Snooze;
import app.haven.feeling.FeelingCommand.Wish;
import app.haven.feeling.FeelingEvent.Due;
import app.haven.feeling.FeelingEvent.Kept;
import app.haven.feeling.FeelingEvent.LevelChosen;
import app.haven.feeling.FeelingEvent.ReminderSet;
import app.haven.feeling.FeelingEvent.Skipped;
import app.haven.feeling.FeelingEvent.Snoozed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How a person wants the list shown and to be asked how they are, and which reminder is there to
/// be answered now. Pure. A reminder that was skipped or left alone is nowhere: nothing counts
/// them.
///
/// @param since when the first check-in was kept
/// @param level the one chosen; none: it grows by itself
/// @param times of the reminders that are on, by their number
/// @param due the reminder whose time has come, until it is answered, put off, skipped or the next
///   one comes
/// @param snoozed the one that was put off
record FeelingWishes(
    @Nullable Instant since,
    @Nullable Level level,
    SortedMap<Integer, LocalTime> times,
    @Nullable Open due,
    @Nullable Open snoozed) {
  static final int REMINDERS = 3;
  static final FeelingWishes NONE = new FeelingWishes(null, null, new TreeMap<>(), null, null);

  /// @param at when it came, or will come
  record Open(int reminder, Instant at) {}

  /// What a wish changes; empty where it was so already.
  Optional<FeelingEvent> decide(Wish wish, Instant now) {
    return switch (wish) {
      case ChooseLevel(var wanted) ->
          wanted == level ? Optional.empty() : Optional.of(new LevelChosen(wanted));
      case Remind(var reminder, var at) -> {
        known(reminder);
        yield Objects.equals(times.get(reminder), at)
            ? Optional.empty()
            : Optional.of(new ReminderSet(reminder, at));
      }
      case Snooze(var reminder, var minutes) -> {
        known(reminder);
        if (minutes < 5 || minutes > 720) throw FeelingRefusals.howLong();
        if (!isDue(reminder)) throw FeelingRefusals.nothingToPutOff();
        yield Optional.of(new Snoozed(reminder, now.plus(Duration.ofMinutes(minutes))));
      }
      case Skip(var reminder) -> {
        known(reminder);
        yield isDue(reminder) ? Optional.of(new Skipped(reminder)) : Optional.empty();
      }
    };
  }

  private static void known(int reminder) {
    if (reminder < 1 || reminder > REMINDERS) throw FeelingRefusals.whichReminder();
  }

  private boolean isDue(int reminder) {
    return due != null && due.reminder == reminder;
  }

  /// @param now when the event happened
  FeelingWishes after(FeelingEvent event, Instant now) {
    return switch (event) {
      case Kept _ -> new FeelingWishes(since == null ? now : since, level, times, null, null);
      case LevelChosen(var chosen) -> new FeelingWishes(since, chosen, times, due, snoozed);
      case ReminderSet(var reminder, var at) -> {
        var changed = new TreeMap<>(times);
        if (at == null) changed.remove(reminder);
        else changed.put(reminder, at);
        yield new FeelingWishes(since, level, changed, due, snoozed);
      }
      case Due(var reminder) ->
          new FeelingWishes(since, level, times, new Open(reminder, now), null);
      case Snoozed(var reminder, var until) ->
          new FeelingWishes(since, level, times, null, new Open(reminder, until));
      case Skipped _ -> new FeelingWishes(since, level, times, null, snoozed);
      case FeelingEvent.Shared _,
          FeelingEvent.Answered _,
          FeelingEvent.WordKept _,
          FeelingEvent.WordDropped _ ->
          this;
    };
  }
}
