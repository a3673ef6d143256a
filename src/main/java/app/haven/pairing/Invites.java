package app.haven.pairing;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import app.haven.kernel.Sql;
import app.haven.vault.ServerSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All invites. Runs in the caller's transaction.
@ApplicationScoped
class Invites implements Erasable {
  private static final String PURPOSE = "invite codes";
  private static final String SELECT =
      "select id, inviter, claimant, state, couple_id, expires_at from invite ";

  /// How long an invite that is over can still be looked at by its two people.
  private static final Duration KEPT = Duration.ofDays(7);

  private final Sql sql;
  private final ServerSecrets secrets;

  @Inject
  Invites(Sql sql, ServerSecrets secrets) {
    this.sql = sql;
    this.secrets = secrets;
  }

  void add(Invite invite, Code code, Instant now) {
    sql.change("delete from invite where expires_at < ?", now.minus(KEPT));
    sql.change(
        "insert into invite (id, code, inviter, state, created_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        invite.id(),
        secrets.mac(PURPOSE, code.text()),
        invite.inviter(),
        invite.state().wire(),
        now,
        invite.expiresAt());
  }

  /// When this person made invites after a moment, oldest first.
  List<Instant> madeAfter(PersonId inviter, Instant moment) {
    return sql.list(
        "select created_at from invite where inviter = ? and created_at > ? order by created_at",
        row -> row.getTimestamp(1).toInstant(),
        inviter,
        moment);
  }

  Optional<Invite> byCode(Code code) {
    Object hashes = secrets.macs(PURPOSE, code.text()).toArray(byte[][]::new);
    return sql.first(SELECT + "where code = any(?)", Invites::invite, hashes);
  }

  Optional<Invite> find(UUID id) {
    return sql.first(SELECT + "where id = ?", Invites::invite, id);
  }

  /// What is open or claimed and concerns this person, newest first.
  List<Invite> living(PersonId person, Instant now) {
    return sql.list(
        SELECT
            + "where (inviter = ? or claimant = ?) and state in ('open', 'claimed')"
            + " and expires_at > ? order by created_at desc, id",
        Invites::invite,
        person,
        person,
        now);
  }

  void save(Invite invite) {
    sql.change(
        "update invite set claimant = ?, state = ?, couple_id = ? where id = ?",
        invite.claimant(),
        invite.state().wire(),
        invite.couple(),
        invite.id());
  }

  /// After leaving, the invite would go on showing the other's name.
  void forget(CoupleId couple) {
    sql.change("delete from invite where couple_id = ?", couple);
  }

  @Override
  public void erase(PersonId person) {
    sql.change("delete from invite where inviter = ? or claimant = ?", person, person);
  }

  private static Invite invite(ResultSet row) throws SQLException {
    var claimant = row.getObject("claimant", UUID.class);
    var couple = row.getObject("couple_id", UUID.class);
    return new Invite(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("inviter", UUID.class)),
        claimant == null ? null : new PersonId(claimant),
        Invite.State.of(row.getString("state")),
        couple == null ? null : new CoupleId(couple),
        row.getTimestamp("expires_at").toInstant());
  }
}
