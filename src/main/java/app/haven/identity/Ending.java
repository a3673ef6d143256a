package app.haven.identity;

import app.haven.kernel.SigningOut;
import app.haven.kernel.SystemEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Set;

/// Ends a browser's sign-in, with what hangs on it, and tells every node.
@ApplicationScoped
class Ending {
  private final BrowserSessions rows;
  private final People people;
  private final Instance<SigningOut> features;
  private final SystemEvents events;

  @Inject
  Ending(
      BrowserSessions rows,
      People people,
      @Any Instance<SigningOut> features,
      SystemEvents events) {
    this.rows = rows;
    this.people = people;
    this.features = features;
    this.events = events;
  }

  void end(String session) {
    QuarkusTransaction.requiringNew()
        .run(() ->
            rows.remove(session)
                .flatMap(people::bySubject)
                .ifPresent(person -> {
                  features.forEach(feature -> feature.ended(person, Set.of(session)));
                  events.wake(Set.of(person.mine()));
                }));
  }
}
