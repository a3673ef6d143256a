package app.haven.activity;

import app.haven.kernel.Closing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Due;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/// What is offered or under way ends with its space.
@ApplicationScoped
class ActivityClosing implements Closing {
  private final Activities activities;
  private final Due due;

  @Inject
  ActivityClosing(Activities activities, Due due) {
    this.activities = activities;
    this.due = due;
  }

  @Override
  public void close(CoupleId couple, List<PersonId> people, Instant now) {
    activities
        .standing(couple.ours())
        .ifPresent(row -> {
          due.drop(ActivityTimers.all(couple.ours(), row.id()));
          row.remember(new Activity.Over(row.state().card(), null), now);
        });
  }
}
