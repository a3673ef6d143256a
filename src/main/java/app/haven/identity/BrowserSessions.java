package app.haven.identity;

import app.haven.kernel.DatabaseFailure;
import app.haven.vault.ServerSecrets.Sealed;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The browser sign-ins that stand, as rows. An id is the hash of what the cookie holds, so that it
/// opens nothing. Runs in the caller's transaction.
@ApplicationScoped
public class BrowserSessions {
  private final AgroalDataSource db;
  private final Clock clock;

  @Inject
  public BrowserSessions(AgroalDataSource db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  void add(String id, String subject, Sealed tokens, Instant expires) {
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                """
                with over as (delete from vault.web_session where expires_at < ?)
                insert into vault.web_session (created_at, expires_at, master, tokens, id, subject)
                values (?, ?, ?, ?, ?, ?)
                """)) {
      statement.setObject(1, now());
      statement.setObject(2, now());
      statement.setObject(3, expires.atOffset(ZoneOffset.UTC));
      statement.setString(4, tokens.master());
      statement.setBytes(5, tokens.content());
      statement.setBytes(6, bytes(id));
      statement.setString(7, subject);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /// @return false if the sign-in was ended meanwhile: new tokens must not bring it back
  boolean renew(String id, Sealed tokens, Instant expires) {
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                "update vault.web_session set expires_at = ?, master = ?, tokens = ? where id = ?")) {
      statement.setObject(1, expires.atOffset(ZoneOffset.UTC));
      statement.setString(2, tokens.master());
      statement.setBytes(3, tokens.content());
      statement.setBytes(4, bytes(id));
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  Optional<Sealed> find(String id) {
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                "select master, tokens from vault.web_session where id = ? and expires_at > ?")) {
      statement.setBytes(1, bytes(id));
      statement.setObject(2, now());
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(new Sealed(rows.getString(1), rows.getBytes(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  Set<String> ended(Collection<String> ids) {
    var ended = new HashSet<String>(ids);
    if (ended.isEmpty()) return ended;
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                "select id from vault.web_session where id = any(?) and expires_at > ?")) {
      var wanted = List.copyOf(ended).stream().map(BrowserSessions::bytes).toArray(byte[][]::new);
      statement.setArray(1, connection.createArrayOf("bytea", wanted));
      statement.setObject(2, now());
      try (var rows = statement.executeQuery()) {
        while (rows.next()) ended.remove(text(rows.getBytes(1)));
      }
      return ended;
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /// @return whose it was
  Optional<String> remove(String id) {
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                "delete from vault.web_session where id = ? returning subject")) {
      statement.setBytes(1, bytes(id));
      try (var rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /// Signs a person out everywhere.
  public void removeAll(String subject) {
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement("delete from vault.web_session where subject = ?")) {
      statement.setString(1, subject);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  static String text(byte[] id) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  private static byte[] bytes(String id) {
    return Base64.getUrlDecoder().decode(id);
  }
}
