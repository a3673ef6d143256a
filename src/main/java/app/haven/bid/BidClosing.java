package app.haven.bid;

import app.haven.kernel.Closing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Due;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/// Nobody is reminded of a bid in a space that is closed.
@ApplicationScoped
class BidClosing implements Closing {
  private final Bids bids;
  private final Due due;

  @Inject
  BidClosing(Bids bids, Due due) {
    this.bids = bids;
    this.due = due;
  }

  @Override
  public void close(CoupleId couple, List<PersonId> people, Instant now) {
    due.drop(
        bids.waiting(couple.ours()).stream()
            .flatMap(bid -> BidTimers.all(couple.ours(), bid, people))
            .toList());
  }
}
