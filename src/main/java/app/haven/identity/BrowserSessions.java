package app.haven.identity;

import app.haven.kernel.Sql;
import app.haven.vault.ServerSecrets.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The browser sign-ins that stand, as rows. An id is the hash of what the cookie holds, so that it
/// opens nothing. Runs in the caller's transaction.
@ApplicationScoped
class BrowserSessions {
  private final Sql sql;
  private final Clock clock;

  @Inject
  BrowserSessions(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void add(String id, String subject, Sealed tokens, Instant expires) {
    var now = clock.instant();
    sql.change("delete from vault.web_session where expires_at < ?", now);
    sql.change(
        "insert into vault.web_session (id, subject, master, tokens, created_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        bytes(id),
        subject,
        tokens.master(),
        tokens.content(),
        now,
        expires);
  }

  /// @return false if the sign-in was ended meanwhile: new tokens must not bring it back
  boolean renew(String id, Sealed tokens, Instant expires) {
    return sql.change(
            "update vault.web_session set expires_at = ?, master = ?, tokens = ?,"
                + " renewing_until = null where id = ?",
            expires,
            tokens.master(),
            tokens.content(),
            bytes(id))
        == 1;
  }

  /// @param until when others may try, should this node be gone by then
  boolean beginRenewal(String id, Instant until) {
    return sql.change(
            "update vault.web_session set renewing_until = ?"
                + " where id = ? and (renewing_until is null or renewing_until < ?)",
            until,
            bytes(id),
            clock.instant())
        == 1;
  }

  void endRenewal(String id) {
    sql.change(
        "update vault.web_session set renewing_until = null where id = ?", (Object) bytes(id));
  }

  Optional<Sealed> find(String id) {
    return sql.first(
        "select master, tokens from vault.web_session where id = ? and expires_at > ?",
        row -> new Sealed(row.getString(1), row.getBytes(2)),
        bytes(id),
        clock.instant());
  }

  Set<String> ended(Collection<String> ids) {
    var ended = new HashSet<>(ids);
    if (ended.isEmpty()) return ended;
    Object asked = ended.stream().map(BrowserSessions::bytes).toArray(byte[][]::new);
    sql.list(
            "select id from vault.web_session where id = any(?) and expires_at > ?",
            row -> text(row.getBytes(1)),
            asked,
            clock.instant())
        .forEach(ended::remove);
    return ended;
  }

  /// @return whose it was
  Optional<String> remove(String id) {
    return sql.first(
        "delete from vault.web_session where id = ? returning subject",
        row -> row.getString(1),
        (Object) bytes(id));
  }

  /// Signs a person out everywhere.
  void removeAll(String subject) {
    sql.change("delete from vault.web_session where subject = ?", subject);
  }

  static String text(byte[] id) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  private static byte[] bytes(String id) {
    return Base64.getUrlDecoder().decode(id);
  }
}
