package app.haven.repair;

import app.haven.kernel.PersonId;
import app.haven.kernel.Timer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Which promises the server keeps for a repair. Both kinds stand on one person's own stream.
final class RepairTimers {
  static final String DUE = "repair.due";
  static final String FOLLOW_UP_DUE = "repair.followUpDue";
  static final Set<String> KINDS = Set.of(DUE, FOLLOW_UP_DUE);

  private RepairTimers() {}

  /// The time that was asked for is over.
  static Timer due(PersonId answering, UUID repair, Instant until) {
    return new Timer(answering.mine(), DUE, repair, until);
  }

  static Timer.Key due(PersonId answering, UUID repair) {
    return new Timer.Key(answering.mine(), DUE, repair);
  }

  static Timer followUp(FollowUp asked, Instant at) {
    return new Timer(asked.giver().mine(), FOLLOW_UP_DUE, asked.thread(), at);
  }

  static Timer.Key followUp(PersonId giver, UUID thread) {
    return new Timer.Key(giver.mine(), FOLLOW_UP_DUE, thread);
  }

  /// All that may stand for these, whoever offered them.
  static Stream<Timer.Key> all(List<UUID> repairs, List<UUID> threads, List<PersonId> both) {
    return both.stream()
        .flatMap(person ->
            Stream.concat(
                repairs.stream().map(repair -> due(person, repair)),
                threads.stream().map(thread -> followUp(person, thread))));
  }
}
