package app.haven.carecard;

import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/// The own card goes with its owner. What was shown stands in a space that is closed then, and
/// nobody can read the words without their owner's key.
@ApplicationScoped
class CarecardErasing implements Erasable {
  private final CareSections sections;

  @Inject
  CarecardErasing(CareSections sections) {
    this.sections = sections;
  }

  @Override
  public void erase(PersonId person) {
    sections.eraseAll(person);
  }
}
