package app.haven.safety;

import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import app.haven.kernel.Sealing;
import app.haven.kernel.SystemEvents;
import app.haven.pairing.Leaving;
import app.haven.pairing.Pairing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Set;

/// Erases an account: what was the person's own is deleted, and with their keys every word they
/// wrote elsewhere becomes unreadable.
@ApplicationScoped
class Erasing {
  private final Pairing pairing;
  private final Leaving leaving;
  private final SystemEvents events;
  private final Instance<Erasable> all;
  private final Sealing sealing;

  @Inject
  Erasing(
      Pairing pairing,
      Leaving leaving,
      SystemEvents events,
      @Any Instance<Erasable> all,
      Sealing sealing) {
    this.pairing = pairing;
    this.leaving = leaving;
    this.events = events;
    this.all = all;
    this.sealing = sealing;
  }

  void erase(PersonId person) {
    pairing.revokeAll(person);
    QuarkusTransaction.requiringNew()
        .run(() -> {
          leaving.close(person);
          events.wake(Set.of(person.mine()));
          all.stream()
              .sorted(Comparator.comparing(Erasable::last))
              .forEach(erasable -> erasable.erase(person));
          sealing.destroyAll(person);
        });
  }
}
