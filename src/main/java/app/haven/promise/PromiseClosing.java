package app.haven.promise;

import app.haven.kernel.Closing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Due;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/// Nobody is reminded of what was promised in a space that is closed. It was neither kept nor let
/// go, so nothing is written into it.
@ApplicationScoped
class PromiseClosing implements Closing {
  private final Promises promises;
  private final Due due;

  @Inject
  PromiseClosing(Promises promises, Due due) {
    this.promises = promises;
    this.due = due;
  }

  @Override
  public void close(CoupleId couple, List<PersonId> people, Instant now) {
    due.drop(
        promises.open(couple.ours()).stream()
            .map(row -> row.state().card())
            .flatMap(card -> PromiseTimers.all(card.maker(), card.id()).stream())
            .toList());
  }
}
