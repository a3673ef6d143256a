package app.haven.timeout;

import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which promises the server keeps for a time-out, and what each becomes.
final class TimeoutTimers {
  static final String ENDING_SOON = "timeout.endingSoon";
  static final String DUE = "timeout.due";
  static final String OVERDUE = "timeout.overdue";
  static final String LAPSED = "timeout.lapsed";
  static final String TALK_SOON = "timeout.talkSoon";
  static final Set<String> KINDS = Set.of(ENDING_SOON, DUE, OVERDUE, LAPSED, TALK_SOON);

  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Duration WORTH_A_REMINDER = Duration.ofMinutes(10);
  private static final Duration GRACE = Duration.ofMinutes(5);
  private static final Duration SILENCE = Duration.ofHours(24);

  private TimeoutTimers() {}

  /// From `now` on, when the time was said.
  static List<Timer> open(StreamId ours, Timeout.Open timeout, Instant now) {
    var mine = timeout.caller().mine();
    var returnAt = timeout.returnAt();
    var timers = new ArrayList<Timer>();
    if (!returnAt.isBefore(now.plus(WORTH_A_REMINDER))) {
      timers.add(new Timer(mine, ENDING_SOON, timeout.id(), returnAt.minus(AHEAD)));
    }
    timers.add(new Timer(mine, DUE, timeout.id(), returnAt));
    timers.add(new Timer(ours, OVERDUE, timeout.id(), returnAt.plus(GRACE)));
    timers.add(new Timer(ours, LAPSED, timeout.id(), returnAt.plus(SILENCE)));
    return timers;
  }

  /// What an event changes about the timers.
  ///
  /// @param both the two people
  static Decision change(
      Decision decision,
      StreamId ours,
      Timeout after,
      TimeoutEvent event,
      List<PersonId> both,
      Instant now) {
    return switch (after) {
      case Timeout.Open open when event instanceof TimeoutEvent.Extended ->
          decision.dropping(whileOpen(ours, open)).setting(open(ours, open, now));
      case Timeout.Open _ -> decision;
      // By then all others have had their time: one that an outage held up still comes.
      case Timeout.Ended _ when event instanceof TimeoutEvent.Lapsed -> decision;
      case Timeout.Ended ended ->
          decision.dropping(whileOpen(ours, ended)).setting(talk(ended, both, now));
    };
  }

  /// All that may stand while a time-out is open.
  static List<Timer.Key> whileOpen(StreamId ours, Timeout timeout) {
    var mine = timeout.caller().mine();
    return List.of(
        new Timer.Key(mine, ENDING_SOON, timeout.id()),
        new Timer.Key(mine, DUE, timeout.id()),
        new Timer.Key(ours, OVERDUE, timeout.id()),
        new Timer.Key(ours, LAPSED, timeout.id()));
  }

  /// Both are reminded of the talk, unless it is so near that nobody needs it.
  static List<Timer> talk(Timeout.Ended timeout, List<PersonId> both, Instant now) {
    var talkAt = timeout.talkAt();
    if (talkAt == null || !talkAt.minus(AHEAD).isAfter(now)) return List.of();
    return both.stream()
        .map(person -> new Timer(person.mine(), TALK_SOON, timeout.id(), talkAt.minus(AHEAD)))
        .toList();
  }

  /// All that may still stand when a couple's space closes.
  static List<Timer.Key> all(StreamId ours, Timeout timeout, List<PersonId> both) {
    var talks = both.stream().map(person -> new Timer.Key(person.mine(), TALK_SOON, timeout.id()));
    return Stream.concat(whileOpen(ours, timeout).stream(), talks).toList();
  }

  /// What a timer becomes that needs no look at the time-out, since it dies with it.
  static Optional<TimeoutEvent> reminder(Timer timer) {
    return switch (timer.kind()) {
      case ENDING_SOON ->
          Optional.of(new TimeoutEvent.EndingSoon(timer.thing(), timer.at().plus(AHEAD)));
      case DUE -> Optional.of(new TimeoutEvent.Due(timer.thing(), timer.at()));
      case TALK_SOON ->
          Optional.of(new TimeoutEvent.TalkSoon(timer.thing(), timer.at().plus(AHEAD)));
      default -> Optional.empty();
    };
  }

  /// What a timer becomes that both are told of.
  static Optional<TimeoutEvent> passed(Timer timer, Timeout timeout) {
    return switch (timeout) {
      case Timeout.Open open when timer.kind().equals(OVERDUE) -> open.silent();
      case Timeout.Open open -> Optional.of(new TimeoutEvent.Lapsed(open.id()));
      case Timeout.Ended _ -> Optional.empty();
    };
  }
}
