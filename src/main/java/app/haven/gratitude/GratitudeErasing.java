package app.haven.gratitude;

import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/// The own list goes with its author. Of the shared one a neutral trace stays: times and ids, the
/// words unreadable with the author's keys.
@ApplicationScoped
class GratitudeErasing implements Erasable {
  private final Gratitudes gratitudes;

  @Inject
  GratitudeErasing(Gratitudes gratitudes) {
    this.gratitudes = gratitudes;
  }

  @Override
  public void erase(PersonId person) {
    gratitudes.eraseAll(person.mine());
  }
}
