package app.haven.plan;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import java.time.Instant;
import java.util.UUID;

/// The rules of a plan that nobody else knows of yet. Pure.
final class Surprise {
  static final int MOST = 20;

  private Surprise() {}

  /// Hiding is no way round the limit on making: ten in an hour, as they open.
  ///
  /// @param waiting how many surprises of this person wait
  static void mayBeHidden(PlanCommand.Hide wish, Plan.Before before, int waiting, Instant now) {
    Plan.ahead(wish.at(), now);
    var opens = wish.revealAt();
    if (opens != null) {
      Plan.ahead(opens, now);
      if (wish.at() != null && opens.isAfter(wish.at())) throw PlanRefusals.opensAfter();
    }
    if (waiting >= MOST) throw PlanRefusals.enoughHidden();
    before.room();
    if (opens == null) return;
    if (before.near(opens).size() >= Plan.MOST) throw PlanRefusals.crowded();
  }

  /// On the stream it goes to: where that is closed, the kernel lets nothing out.
  static Timer opens(StreamId ours, UUID plan, Instant at) {
    return new Timer(ours, Plan.MADE, plan, at);
  }

  /// Tells its author in a transaction of its own, as one transaction writes one stream.
  static Timer tells(PersonId author, UUID plan, Instant now) {
    return new Timer(author.mine(), Plan.PASSED_ON, plan, now);
  }
}
