package app.haven.agreement;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who acts when, and what counts against it whatever the agreement is: nobody floods the other,
/// and a no has its rest.
///
/// @param changes when this person wrote or changed something in any agreement of the two, newest
///   first, at most [#MOST_CHANGES]
/// @param wrote how many versions of this agreement are this person's
/// @param no when the other last said no to what this person asked here
record Moment(
    PersonId by,
    PersonId other,
    List<Instant> changes,
    int wrote,
    Optional<Instant> no,
    Instant now) {
  static final int MOST_CHANGES = 12;
  static final Duration CHANGES_WITHIN = Duration.ofHours(1);
  static final Duration RESTS = Duration.ofDays(1);
  static final Duration REVIEW_WITHIN = Duration.ofDays(366);

  List<UUID> both() {
    return List.of(by.value(), other.value());
  }

  void mustFit(Wording said, Kind kind) {
    var wrong = Wording.wrong(said, kind, both());
    if (!wrong.isEmpty()) throw Refusal.invalid(wrong);
    mustBeAhead(said.reviewAt());
  }

  void mustBeAhead(@Nullable Instant review) {
    if (review == null) return;
    if (!review.isAfter(now)) throw AgreementRefusals.timeBehind();
    if (review.isAfter(now.plus(REVIEW_WITHIN))) throw AgreementRefusals.timeTooFar();
  }

  void mayChange() {
    if (changes.size() < MOST_CHANGES) return;
    var free = changes.get(MOST_CHANGES - 1).plus(CHANGES_WITHIN);
    if (free.isAfter(now)) throw AgreementRefusals.enough(Duration.between(now, free));
  }

  void mustHaveRested() {
    if (no.filter(at -> at.plus(RESTS).isAfter(now)).isPresent()) {
      throw AgreementRefusals.resting();
    }
  }
}
