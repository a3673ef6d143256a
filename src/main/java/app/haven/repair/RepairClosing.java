package app.haven.repair;

import app.haven.kernel.Closing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Due;
import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/// Nobody is reminded of a repair in a space that is closed. What a person wished goes with their
/// account; their attempts stay as a neutral trace, the words unreadable with the author's keys.
@ApplicationScoped
class RepairClosing implements Closing, Erasable {
  private final Repairs repairs;
  private final FollowUps followUps;
  private final RepairWishes wishes;
  private final Due due;

  @Inject
  RepairClosing(Repairs repairs, FollowUps followUps, RepairWishes wishes, Due due) {
    this.repairs = repairs;
    this.followUps = followUps;
    this.wishes = wishes;
    this.due = due;
  }

  @Override
  public void close(CoupleId couple, List<PersonId> people, Instant now) {
    var ours = couple.ours();
    var threads = followUps.all(ours).stream().map(FollowUp::thread).toList();
    due.drop(RepairTimers.all(repairs.waiting(ours), threads, people).toList());
    followUps.endAll(ours);
  }

  @Override
  public void erase(PersonId person) {
    wishes.erase(person);
  }
}
