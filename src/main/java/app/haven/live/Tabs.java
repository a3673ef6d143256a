package app.haven.live;

import app.haven.kernel.OpenTabs;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/// The sockets of this node as the tabs they are.
@ApplicationScoped
class Tabs implements OpenTabs {
  private final Sockets sockets;

  @Inject
  Tabs(Sockets sockets) {
    this.sockets = sockets;
  }

  @Override
  public Optional<Duration> silence(PersonId person, String device) {
    return silence(person, session -> session.device.equals(device));
  }

  @Override
  public Optional<Duration> silence(PersonId person) {
    return silence(person, _ -> true);
  }

  private Optional<Duration> silence(PersonId person, Predicate<LiveSession> wanted) {
    long now = System.nanoTime();
    return sockets.of(person).stream()
        .filter(wanted)
        .filter(session -> !session.ended())
        .map(session -> session.pulse.silence(now))
        .min(Comparator.naturalOrder());
  }

  @Override
  public void ask(PersonId person) {
    long now = System.nanoTime();
    for (var session : sockets.of(person)) {
      if (!session.ended()) session.send(new ServerFrame.Ping(session.pulse.ask(now)));
    }
  }
}
