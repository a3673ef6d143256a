package app.haven.agreement;

import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Timer;
import app.haven.kernel.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Which promises the server keeps for an agreement: each of the two is told of its review, and
/// whoever wants to be reminded of it is.
final class AgreementTimers {
  static final String REVIEW_DUE = "agreement.reviewDue";
  static final String REMINDED = "agreement.reminded";
  static final Set<String> KINDS = Set.of(REVIEW_DUE, REMINDED);

  private AgreementTimers() {}

  /// What an event changes about the timers.
  static Decision change(
      Decision decision, Agreement before, Agreement after, List<PersonId> both) {
    var was = before instanceof Agreement.InForce it ? it.reviewAt() : null;
    var is = after instanceof Agreement.InForce it ? it.reviewAt() : null;
    var id = after.card().id();
    if (after instanceof Agreement.Ended) return decision.dropping(all(id, both));
    if (is == null) return decision.dropping(reviews(id, both));
    if (is.equals(was)) return decision;
    return decision.setting(
        both.stream().map(person -> new Timer(person.mine(), REVIEW_DUE, id, is)).toList());
  }

  /// Of both, also where nobody set one: so nothing has to be known of the other's.
  static List<Timer.Key> all(UUID agreement, List<PersonId> both) {
    return Stream.concat(
            reviews(agreement, both).stream(),
            both.stream().map(person -> reminded(person, agreement)))
        .toList();
  }

  static List<Timer.Key> reviews(UUID agreement, List<PersonId> both) {
    return both.stream()
        .map(person -> new Timer.Key(person.mine(), REVIEW_DUE, agreement))
        .toList();
  }

  static Timer.Key reminded(PersonId person, UUID agreement) {
    return new Timer.Key(person.mine(), REMINDED, agreement);
  }

  static Timer next(PersonId person, UUID agreement, Times times, ZoneId zone, Instant after) {
    return new Timer(person.mine(), REMINDED, agreement, times.next(after, zone));
  }
}
