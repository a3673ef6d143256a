package app.haven.bid;

import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Which promises the server keeps for a bid.
final class BidTimers {
  static final String FADED = "bid.faded";
  static final String DUE = "bid.due";
  static final Set<String> KINDS = Set.of(FADED, DUE);

  /// When "I'll come to you" comes back to mind.
  static final Duration IN_A_WHILE = Duration.ofHours(3);

  private BidTimers() {}

  static List<Timer> open(StreamId ours, Bid.Open bid) {
    var reach = bid.reach();
    return List.of(new Timer(ours, FADED, reach.id(), reach.madeAt().plus(Bid.FADES)));
  }

  /// What an event changes about the timers.
  ///
  /// @param answering the one the bid was made to
  static Decision change(
      Decision decision, StreamId ours, Bid after, PersonId answering, Instant now) {
    return switch (after) {
      case Bid.Heard heard when heard.answer() == Answer.LATER ->
          decision
              .dropping(List.of(new Timer.Key(ours, FADED, heard.reach().id())))
              .setting(List.of(later(heard, answering, now)));
      case Bid.Heard _, Bid.Gone _ ->
          decision.dropping(keys(ours, after.reach().id(), answering).toList());
      case Bid.Open _, Bid.Quiet _ -> decision;
    };
  }

  private static Timer later(Bid.Heard heard, PersonId answering, Instant now) {
    var said = heard.later();
    var at = said == null ? now.plus(IN_A_WHILE) : said;
    return new Timer(answering.mine(), DUE, heard.reach().id(), at);
  }

  private static Stream<Timer.Key> keys(StreamId ours, UUID bid, PersonId answering) {
    return Stream.of(new Timer.Key(ours, FADED, bid), new Timer.Key(answering.mine(), DUE, bid));
  }

  /// All that may stand for a bid, whoever made it.
  static Stream<Timer.Key> all(StreamId ours, UUID bid, List<PersonId> both) {
    return both.stream().flatMap(person -> keys(ours, bid, person)).distinct();
  }
}
