package app.haven.bid;

import app.haven.kernel.Linkable;
import app.haven.kernel.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/// A bid can be what something else grew out of.
@ApplicationScoped
class BidLinks implements Linkable {
  private final Bids bids;

  @Inject
  BidLinks(Bids bids) {
    this.bids = bids;
  }

  @Override
  public String kind() {
    return "bid";
  }

  @Override
  public boolean exists(StreamId stream, UUID id) {
    return bids.of(stream, id).isPresent();
  }
}
