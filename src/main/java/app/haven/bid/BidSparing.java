package app.haven.bid;

import app.haven.kernel.Event;
import app.haven.kernel.PersonId;
import app.haven.kernel.Sparing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/// Nobody is called for a kind of bid they muted.
@ApplicationScoped
class BidSparing implements Sparing {
  private final Mutes mutes;

  @Inject
  BidSparing(Mutes mutes) {
    this.mutes = mutes;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("bid.made");
  }

  @Override
  public boolean spares(PersonId reader, Event bare) {
    return mutes.of(reader).contains(BidKind.of(bare.data().path("kind").asText()));
  }
}
