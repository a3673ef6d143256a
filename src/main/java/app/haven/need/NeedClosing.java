package app.haven.need;

import app.haven.kernel.Closing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Due;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/// Nobody is reminded of what ended with its space. What is kept stays its owner's.
@ApplicationScoped
class NeedClosing implements Closing {
  private final Needs needs;
  private final Due due;

  @Inject
  NeedClosing(Needs needs, Due due) {
    this.needs = needs;
    this.due = due;
  }

  @Override
  public void close(CoupleId couple, List<PersonId> people, Instant now) {
    due.drop(
        needs.reminding(couple.ours()).stream()
            .flatMap(row -> people.stream().map(person -> NeedTimers.key(person, row.id())))
            .toList());
  }
}
