package app.haven.concern;

import app.haven.kernel.Closing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Due;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/// What is open ends with its space, and nobody is reminded of it. Drafts stay their author's.
@ApplicationScoped
class ConcernClosing implements Closing {
  private final Concerns concerns;
  private final Due due;

  @Inject
  ConcernClosing(Concerns concerns, Due due) {
    this.concerns = concerns;
    this.due = due;
  }

  @Override
  public void close(CoupleId couple, List<PersonId> people, Instant now) {
    concerns
        .open(couple.ours())
        .ifPresent(row -> {
          due.drop(ConcernTimers.all(couple.ours(), row.id(), people).toList());
          row.leave(now);
        });
  }
}
