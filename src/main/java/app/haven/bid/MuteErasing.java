package app.haven.bid;

import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/// What a person muted goes with them. Their bids stay as a neutral trace: times and ids, the words
/// unreadable with the author's keys.
@ApplicationScoped
class MuteErasing implements Erasable {
  private final Mutes mutes;

  @Inject
  MuteErasing(Mutes mutes) {
    this.mutes = mutes;
  }

  @Override
  public void erase(PersonId person) {
    mutes.eraseAll(person);
  }
}
