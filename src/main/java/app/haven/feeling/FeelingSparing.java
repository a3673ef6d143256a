package app.haven.feeling;

import app.haven.kernel.Event;
import app.haven.kernel.PersonId;
import app.haven.kernel.Sparing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/// Nobody is called for a reminder that they answered, skipped or put off meanwhile.
@ApplicationScoped
class FeelingSparing implements Sparing {
  private final FeelingWishRows wishes;

  @Inject
  FeelingSparing(FeelingWishRows wishes) {
    this.wishes = wishes;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Reminders.DUE);
  }

  @Override
  public boolean spares(PersonId reader, Event bare) {
    var due = wishes.state(reader).due();
    return due == null || !due.at().equals(bare.at());
  }
}
