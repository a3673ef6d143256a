package app.haven.pairing;

import app.haven.identity.People;
import app.haven.kernel.KernelSettings;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Sql;
import app.haven.vault.ServerSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Slows down whoever tries codes, counted in the database: more nodes give no more tries. Runs in
/// the caller's transaction, under the lock of the person's own stream. Outlives an erased account
/// by the window, or whoever erases theirs could go on guessing.
@ApplicationScoped
class Guesses {
  private static final String PURPOSE = "wrong-code";
  private static final int WRONG = 5;
  private static final int MADE = 10;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final Sql sql;
  private final Invites invites;
  private final People people;
  private final ServerSecrets secrets;
  private final KernelSettings settings;

  @Inject
  Guesses(Sql sql, Invites invites, People people, ServerSecrets secrets, KernelSettings settings) {
    this.sql = sql;
    this.invites = invites;
    this.people = people;
    this.secrets = secrets;
    this.settings = settings;
  }

  /// Asked before a code is looked up, so that the sixth try tells nothing even when it is right.
  ///
  /// @throws Refusal `rate`
  void mayClaim(PersonId person, Instant now) {
    var wrong =
        sql.list(
            "select at from wrong_code where who = any(?) and at > ? order by at",
            row -> row.getTimestamp(1).toInstant(),
            secrets.macs(PURPOSE, subject(person)).toArray(byte[][]::new),
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
    sql.change(
        """
        delete from wrong_code where ctid in
          (select ctid from wrong_code where at <= ? for update skip locked)
        """,
        now.minus(WINDOW));
    sql.change(
        "insert into wrong_code (who, at) values (?, ?)",
        secrets.mac(PURPOSE, subject(person)),
        now);
  }

  private String subject(PersonId person) {
    return people.subject(person).orElseThrow(Refusal::notFound);
  }
}
