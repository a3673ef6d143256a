package app.haven.timeout;

import app.haven.kernel.Closing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Due;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/// Nobody is reminded of a promise in a space that is closed.
@ApplicationScoped
class TimeoutClosing implements Closing {
  private final Timeouts timeouts;
  private final Due due;

  @Inject
  TimeoutClosing(Timeouts timeouts, Due due) {
    this.timeouts = timeouts;
    this.due = due;
  }

  @Override
  public void close(CoupleId couple, List<PersonId> people, Instant now) {
    var current = timeouts.current(couple.ours(), now);
    due.drop(
        current.stream()
            .flatMap(row -> TimeoutTimers.all(couple.ours(), row.state(), people).stream())
            .toList());
    for (var row : current) {
      if (row.state() instanceof Timeout.Open open)
        row.set(open.ended(Timeout.Ending.CLOSED, now, null));
    }
  }
}
