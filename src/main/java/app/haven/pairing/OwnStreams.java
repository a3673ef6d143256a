package app.haven.pairing;

import app.haven.kernel.Fact;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.StreamId;
import app.haven.kernel.Streams;
import app.haven.kernel.SystemEvents;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.TreeSet;
import java.util.UUID;

/// The own streams of the people concerned. Their locks are what decides every race here: whoever
/// changes whom someone is paired with holds that person's.
@ApplicationScoped
class OwnStreams {
  private final Streams streams;
  private final SystemEvents events;
  private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();

  @Inject
  OwnStreams(Streams streams, SystemEvents events) {
    this.streams = streams;
    this.events = events;
  }

  /// @throws Refusal `not-found` where one of them was erased while this waited
  void lock(Collection<PersonId> people) {
    var wanted = new TreeSet<StreamId>();
    people.forEach(person -> wanted.add(person.mine()));
    if (streams.lock(wanted).size() < wanted.size()) throw Refusal.notFound();
  }

  /// Tells all of them the same.
  void tell(Collection<PersonId> people, Fact fact) {
    var facts = new HashMap<StreamId, Fact>();
    people.forEach(person -> facts.put(person.mine(), fact));
    events.append(facts, newId());
  }

  UUID newId() {
    return ids.generate();
  }
}
