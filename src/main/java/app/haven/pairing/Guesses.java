package app.haven.pairing;

import app.haven.kernel.Erasable;
import app.haven.kernel.KernelSettings;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Slows down whoever tries codes, counted in the database: more nodes give no more tries. Runs in
/// the caller's transaction, under the lock of the person's own stream.
@ApplicationScoped
class Guesses implements Erasable {
  private static final int WRONG = 5;
  private static final int MADE = 10;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final Sql sql;
  private final Invites invites;
  private final KernelSettings settings;

  @Inject
  Guesses(Sql sql, Invites invites, KernelSettings settings) {
    this.sql = sql;
    this.invites = invites;
    this.settings = settings;
  }

  /// Asked before a code is looked up, so that the sixth try tells nothing even when it is right.
  ///
  /// @throws Refusal `rate`
  void mayClaim(PersonId person, Instant now) {
    var wrong =
        sql.list(
            "select at from wrong_code where person_id = ? and at > ? order by at",
            row -> row.getTimestamp(1).toInstant(),
            person,
            now.minus(WINDOW));
    limit(wrong, WRONG, now, "These were several codes that do not fit. Please wait a little.");
  }

  /// @throws Refusal `rate`
  void mayInvite(PersonId person, Instant now) {
    var made = invites.madeAfter(person, now.minus(WINDOW));
    limit(made, MADE, now, "You made several codes just now. Please wait a little.");
  }

  private void limit(List<Instant> times, int most, Instant now, String detail) {
    if (!settings.rateLimits() || times.size() < most) return;
    var over = times.get(times.size() - most).plus(WINDOW);
    throw Refusal.rate(detail, Duration.between(now, over));
  }

  void wrong(PersonId person, Instant now) {
    sql.change("delete from wrong_code where person_id = ? and at <= ?", person, now.minus(WINDOW));
    sql.change("insert into wrong_code (person_id, at) values (?, ?)", person, now);
  }

  @Override
  public void erase(PersonId person) {
    sql.change("delete from wrong_code where person_id = ?", person);
  }
}
