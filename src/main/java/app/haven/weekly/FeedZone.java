package app.haven.weekly;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A zone as iCalendar writes one: since when which offset holds.
final class FeedZone {
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1970, 1, 1, 0, 0);

  /// By then each date has fallen on each day of the week, leap years too.
  private static final int YEARS = 40;

  private FeedZone() {}

  /// @param at by the clock as it was until then
  /// @param rule when it comes back each year; empty where it does not
  record Observance(
      LocalDateTime at, ZoneOffset before, ZoneOffset after, boolean summer, String rule) {}

  /// Most zones have two rules, one has none, and a few (Ramadan) have a list of dates.
  static List<Observance> of(ZoneRules rules, Instant from, Instant until) {
    if (rules.nextTransition(from) == null) {
      var offset = rules.getOffset(from);
      return List.of(new Observance(ALWAYS, offset, offset, false, ""));
    }
    var yearly = yearly(rules, from);
    return yearly.isEmpty() ? dates(rules, from, until) : yearly;
  }

  /// From a year ahead of the first event, so that one of them holds when it comes.
  private static List<Observance> yearly(ZoneRules rules, Instant from) {
    int year = from.atOffset(ZoneOffset.UTC).getYear() - 1;
    var found = new ArrayList<Observance>();
    for (var rule : rules.getTransitionRules()) {
      var when = rule(rule, year);
      if (when.isEmpty()) return List.of();
      found.add(observance(rules, rule.createTransition(year), when.get()));
    }
    return found;
  }

  private static Optional<String> rule(ZoneOffsetTransitionRule rule, int year) {
    var days =
        IntStream.range(year, year + YEARS)
            .mapToObj(one -> rule.createTransition(one).getDateTimeBefore())
            .toList();
    Set<String> names =
        days.stream()
            .map(day -> day.getMonthValue() + " " + day.getDayOfWeek())
            .collect(Collectors.toSet());
    if (names.size() > 1) return Optional.empty();
    return which(days)
        .map(which -> {
          var first = days.getFirst();
          var day = first.getDayOfWeek().name().substring(0, 2).toUpperCase(Locale.ROOT);
          return "FREQ=YEARLY;BYMONTH=" + first.getMonthValue() + ";BYDAY=" + which + day;
        });
  }

  /// The last of its month, or the first, second, …; empty where it is neither each year.
  private static Optional<Integer> which(List<LocalDateTime> days) {
    if (days.stream().allMatch(day -> day.plusWeeks(1).getMonth() != day.getMonth())) {
      return Optional.of(-1);
    }
    var found = days.stream().map(day -> (day.getDayOfMonth() - 1) / 7 + 1).distinct().toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static Observance observance(ZoneRules rules, ZoneOffsetTransition change, String rule) {
    return new Observance(
        change.getDateTimeBefore(),
        change.getOffsetBefore(),
        change.getOffsetAfter(),
        rules.isDaylightSavings(change.getInstant()),
        rule);
  }

  /// The last before the first event, and all until the end.
  private static List<Observance> dates(ZoneRules rules, Instant from, Instant until) {
    var found = new ArrayList<Observance>();
    var change = rules.previousTransition(from.plusNanos(1));
    if (change == null) change = rules.nextTransition(from);
    while (change != null && change.getInstant().isBefore(until)) {
      found.add(observance(rules, change, ""));
      change = rules.nextTransition(change.getInstant());
    }
    return found;
  }
}
