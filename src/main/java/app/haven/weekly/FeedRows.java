package app.haven.weekly;

import app.haven.kernel.Closing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import app.haven.kernel.Sql;
import app.haven.vault.ServerSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The calendar addresses of all people, at most one each. Only a keyed hash of each is kept: who
/// holds a dump reads no calendar. Runs in the caller's transaction.
@ApplicationScoped
class FeedRows implements Closing, Erasable {
  private static final String PURPOSE = "calendar addresses";

  private final Sql sql;
  private final ServerSecrets secrets;

  @Inject
  FeedRows(Sql sql, ServerSecrets secrets) {
    this.sql = sql;
    this.secrets = secrets;
  }

  /// The one before leads nowhere from now on.
  void put(PersonId person, FeedSecret secret, Instant now) {
    sql.change(
        "insert into weekly_feed (person_id, secret, since) values (?, ?, ?) on conflict (person_id)"
            + " do update set secret = excluded.secret, since = excluded.since",
        person,
        secrets.mac(PURPOSE, secret.text()),
        now);
  }

  Optional<Instant> since(PersonId person) {
    return sql.first(
        "select since from weekly_feed where person_id = ?",
        row -> row.getTimestamp(1).toInstant(),
        person);
  }

  /// Also under a master key that was current before.
  Optional<PersonId> whose(FeedSecret secret) {
    return secrets.macs(PURPOSE, secret.text()).stream()
        .flatMap(mac ->
            sql
                .list(
                    "select person_id from weekly_feed where secret = ?",
                    row -> new PersonId(row.getObject(1, UUID.class)),
                    mac)
                .stream())
        .findFirst();
  }

  void remove(PersonId person) {
    sql.change("delete from weekly_feed where person_id = ?", person);
  }

  /// Whoever comes after is told nothing by an old address.
  @Override
  public void close(CoupleId couple, List<PersonId> people, Instant now) {
    people.forEach(this::remove);
  }

  @Override
  public void erase(PersonId person) {
    remove(person);
  }
}
