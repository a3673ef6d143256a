package app.haven.weekly;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Weekday;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// When the two want to sit down together: a day of the week and a time on the clock of one zone,
/// through summer time and winter time.
///
/// @param id of the proposal it was
record Rhythm(UUID id, Weekday weekday, LocalTime time, ZoneId zone, Form form) {
  /// The answers can be written from this long before.
  static final Duration AHEAD = Duration.ofHours(24);

  private static final int MOST = 10;
  private static final Duration WINDOW = Duration.ofDays(1);

  /// The first time after this moment. Where the clock skips that hour in spring, it is as much
  /// later as the clock leaps; where the hour comes twice in autumn, it is the first of the two.
  Instant next(Instant after) {
    var day = after.atZone(zone).toLocalDate().with(TemporalAdjusters.nextOrSame(weekday.day()));
    var at = day.atTime(time).atZone(zone).toInstant();
    return at.isAfter(after) ? at : day.plusWeeks(1).atTime(time).atZone(zone).toInstant();
  }

  boolean sameAs(Rhythm other) {
    return weekday == other.weekday
        && time.equals(other.time)
        && zone.equals(other.zone)
        && form == other.form;
  }

  /// One of the two proposed it, and it waits for the other's yes.
  record Proposal(Rhythm rhythm, PersonId by) {}

  /// What stands between the two: what both said yes to, and what one of them proposes.
  record Arrangement(Optional<Rhythm> agreed, Optional<Proposal> proposed) {
    /// Another proposal takes the place of the one before, whoever made it; what is agreed holds.
    ///
    /// @param last when this person proposed their last ones, at most ten, newest first
    Proposal propose(Rhythm wish, PersonId by, List<Instant> last, Instant now) {
      if (agreed.filter(wish::sameAs).isPresent()) throw WeeklyRefusals.agreedAlready();
      if (last.size() >= MOST) {
        var free = last.get(MOST - 1).plus(WINDOW);
        if (free.isAfter(now)) throw WeeklyRefusals.enoughProposals(Duration.between(now, free));
      }
      return new Proposal(wish, by);
    }

    /// Names the proposal: nobody says yes to what they have not read.
    ///
    /// @return empty where it is agreed already
    Optional<Rhythm> agree(UUID rhythm, PersonId by) {
      if (agreed.filter(one -> one.id.equals(rhythm)).isPresent()) return Optional.empty();
      var named =
          proposed.filter(one -> one.rhythm.id.equals(rhythm)).orElseThrow(Refusal::notFound);
      if (named.by.equals(by)) throw WeeklyRefusals.forPartner();
      return Optional.of(named.rhythm);
    }

    /// Either one, alone and at once, what is agreed or what is proposed.
    boolean stops(UUID rhythm) {
      return agreed.filter(one -> one.id.equals(rhythm)).isPresent()
          || proposed.filter(one -> one.rhythm.id.equals(rhythm)).isPresent();
    }
  }
}
