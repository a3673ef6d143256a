package app.haven.pairing;

import app.haven.kernel.Closing;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.kernel.StreamId;
import app.haven.kernel.Streams;
import app.haven.kernel.SystemEvents;
import app.haven.kernel.Who;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Ends a couple: one of the two is enough, without a reason and at once.
@ApplicationScoped
public class Leaving {
  private final Couples couples;
  private final Invites invites;
  private final OwnStreams own;
  private final Streams streams;
  private final SystemEvents events;
  private final Instance<Closing> features;
  private final Clock clock;

  @Inject
  Leaving(
      Couples couples,
      Invites invites,
      OwnStreams own,
      Streams streams,
      SystemEvents events,
      @Any Instance<Closing> features,
      Clock clock) {
    this.couples = couples;
    this.invites = invites;
    this.own = own;
    this.streams = streams;
    this.events = events;
    this.features = features;
    this.clock = clock;
  }

  /// @throws Refusal `not-paired`
  void leave(PersonId person) {
    QuarkusTransaction.requiringNew()
        .run(() -> {
          if (!close(person)) throw Refusal.of(Code.NOT_PAIRED, "You share no space now.");
        });
  }

  /// Closes the space this person shares, if any, in the caller's transaction. Holds the lock of
  /// their own stream afterwards in any case.
  ///
  /// @return whether there was one
  /// @throws Refusal `conflict` if they became a couple at this very moment
  public boolean close(PersonId person) {
    var before = couples.of(person);
    streams.lock(all(person, before));
    var paired = couples.of(person);
    if (paired.isEmpty()) return false;
    if (!paired.equals(before)) {
      throw Refusal.conflict("Something changed at this moment. Please try again.", null);
    }
    close(paired.get());
    return true;
  }

  private static TreeSet<StreamId> all(PersonId person, Optional<Who.Paired> paired) {
    var ids = new TreeSet<>(Set.of(person.mine()));
    paired.ifPresent(p -> {
      ids.add(p.partner().mine());
      ids.add(p.couple().ours());
    });
    return ids;
  }

  private void close(Who.Paired paired) {
    var couple = paired.couple();
    var people = List.of(paired.person(), paired.partner());
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    features.forEach(feature -> feature.close(couple, people, now));
    streams.close(couple.ours(), now);
    couples.remove(couple);
    invites.forget(couple);
    own.tell(people, PairingEvent.closed(couple));
    events.wake(Set.of(couple.ours()));
  }
}
