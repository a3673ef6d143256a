package app.haven.agreement;

import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Timer;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Which promises the server keeps for an agreement: each of the two is told of its review.
final class AgreementTimers {
  static final String REVIEW_DUE = "agreement.reviewDue";
  static final Set<String> KINDS = Set.of(REVIEW_DUE);

  private AgreementTimers() {}

  /// What an event changes about the timers.
  static Decision change(
      Decision decision, Agreement before, Agreement after, List<PersonId> both) {
    var was = before instanceof Agreement.InForce it ? it.reviewAt() : null;
    var is = after instanceof Agreement.InForce it ? it.reviewAt() : null;
    if (is == null) return decision.dropping(all(after.card().id(), both));
    if (is.equals(was)) return decision;
    return decision.setting(
        both.stream()
            .map(person -> new Timer(person.mine(), REVIEW_DUE, after.card().id(), is))
            .toList());
  }

  static List<Timer.Key> all(UUID agreement, List<PersonId> both) {
    return both.stream()
        .map(person -> new Timer.Key(person.mine(), REVIEW_DUE, agreement))
        .toList();
  }
}
