package app.haven.feeling;

import app.haven.feeling.FeelingCommand.Keep;
import app.haven.feeling.FeelingEvent.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of what somebody keeps for themselves. Pure.
///
/// There is no state for a time at which nothing was kept: leaving one out is no event.
sealed interface Moment {
  int MOST_EDITS = 20;
  Duration BACK = Duration.ofDays(30);

  UUID id();

  /// @param at when it was
  /// @param edits how many versions came after the first
  record Standing(UUID id, Instant at, int edits) implements Moment {}

  record Dropped(UUID id) implements Moment {}

  /// @param sameId what already goes by this id
  static Kept keep(Keep wish, Optional<Moment> sameId, Instant now) {
    if (wish.feeling() == null && wish.own() == null) throw FeelingRefusals.oneFeeling();
    fits(wish.feeling(), wish.own(), wish.intensity());
    var at = sameId.map(moment -> again(wish, moment, now)).orElseGet(() -> at(wish, now));
    return new Kept(
        wish.moment(),
        wish.feeling(),
        wish.own(),
        wish.intensity(),
        wish.sensations(),
        wish.fact(),
        wish.note(),
        at,
        sameId.isPresent() ? true : null);
  }

  static void fits(@Nullable Feeling feeling, @Nullable String own, @Nullable Integer intensity) {
    if (feeling != null && own != null) throw FeelingRefusals.bothFeelings();
    if (intensity != null && (intensity < 1 || intensity > 5)) throw FeelingRefusals.intensity();
  }

  private static Instant again(Keep wish, Moment moment, Instant now) {
    return switch (moment) {
      case Dropped _ -> throw FeelingRefusals.gone();
      case Standing standing when standing.edits >= MOST_EDITS ->
          throw FeelingRefusals.enoughVersions();
      case Standing standing -> wish.at() == null ? standing.at : at(wish, now);
    };
  }

  /// What was kept without a network comes later. A clock that runs ahead is not the person's
  /// fault: then it was now.
  private static Instant at(Keep wish, Instant now) {
    var at = wish.at();
    if (at == null || at.isAfter(now)) return now;
    if (at.isBefore(now.minus(BACK))) throw FeelingRefusals.tooLongAgo();
    return at;
  }
}
