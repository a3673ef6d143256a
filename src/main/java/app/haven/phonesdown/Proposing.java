package app.haven.phonesdown;

import app.haven.phonesdown.PhonesDownEvent.Proposed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When a slot may be proposed. Pure.
final class Proposing {
  static final int SHORTEST = 10;
  static final int LONGEST = 180;
  static final Duration WITHIN = Duration.ofDays(14);
  static final int MOST = 5;
  static final Duration WINDOW = Duration.ofHours(24);
  static final Duration REST = Duration.ofHours(24);

  private Proposing() {}

  /// What is known when somebody proposes one.
  ///
  /// @param sameId what already goes by this id
  /// @param standing what is proposed, agreed or under way
  /// @param last when this person proposed their last ones, at most [#MOST], newest first
  /// @param no when the other last said not now to one of theirs
  record Before(
      Optional<Slot> sameId, Optional<Slot> standing, List<Instant> last, Optional<Instant> no) {}

  static Proposed propose(PhonesDownCommand.Propose wish, Before before, Instant now) {
    if (before.sameId().isPresent()) {
      throw SlotRefusals.idTaken(before.sameId().get().standing());
    }
    if (wish.minutes() < SHORTEST || wish.minutes() > LONGEST) throw SlotRefusals.minutes();
    var at = wish.startAt();
    if (at != null && (!at.isAfter(now) || at.isAfter(now.plus(WITHIN)))) {
      throw SlotRefusals.startAt();
    }
    if (before.standing().isPresent()) {
      throw SlotRefusals.oneAtATime(before.standing().get().standing());
    }
    // A no needs its rest: whoever asks once more at once asks for another answer.
    if (before.no().filter(said -> said.plus(REST).isAfter(now)).isPresent()) {
      throw SlotRefusals.resting();
    }
    if (before.last().size() >= MOST) {
      var free = before.last().get(MOST - 1).plus(WINDOW);
      if (free.isAfter(now)) throw SlotRefusals.enough(Duration.between(now, free));
    }
    return new Proposed(wish.slot(), at, wish.minutes());
  }
}
