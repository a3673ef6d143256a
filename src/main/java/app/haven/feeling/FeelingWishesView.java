package app.haven.feeling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a person wants to be asked, as they read it.
///
/// @param since when the first check-in was kept
/// @param level the one chosen; left out where it grows by itself
/// @param reminders those that are on, by their number
/// @param due the one whose time has come
/// @param snoozed the one that was put off, and until when
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeelingWishesView(
    @Nullable Instant since,
    @Nullable Level level,
    List<Reminder> reminders,
    FeelingWishes.@Nullable Open due,
    FeelingWishes.@Nullable Open snoozed) {
  record Reminder(int reminder, LocalTime at) {}

  static FeelingWishesView of(FeelingWishes wishes) {
    return new FeelingWishesView(
        wishes.since(),
        wishes.level(),
        wishes.times().entrySet().stream()
            .map(one -> new Reminder(one.getKey(), one.getValue()))
            .toList(),
        wishes.due(),
        wishes.snoozed());
  }
}
