package app.haven.vault;

import app.haven.kernel.DatabaseFailure;
import app.haven.kernel.PersonId;
import app.haven.kernel.Sealing;
import app.haven.kernel.StreamId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The data keys in the database, wrapped. Runs in the caller's transaction.
@ApplicationScoped
class DataKeys {
  static final String PURPOSE = "data keys";

  private final AgroalDataSource db;
  private final MasterKeys masters;
  private final SecureRandom random = new SecureRandom();

  @Inject
  DataKeys(AgroalDataSource db, MasterKeys masters) {
    this.db = db;
    this.masters = masters;
  }

  DataKey create(Sealing.Key owner) {
    byte[] secret = new byte[MasterKey.BYTES];
    random.nextBytes(secret);
    var master = masters.current();
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                "insert into vault.data_key (stream_id, author_id, master, wrapped)"
                    + " values (?, ?, ?, ?)")) {
      statement.setObject(1, owner.stream().value());
      statement.setObject(2, owner.author().value());
      statement.setString(3, master.id());
      statement.setBytes(4, master.aead(PURPOSE).encrypt(secret, bound(owner)));
      statement.executeUpdate();
      return new DataKey(owner, secret);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a data key cannot be wrapped", e);
    }
  }

  /// A wrapped key cannot be passed off as another author's.
  static byte[] bound(Sealing.Key owner) {
    return DataKey.of(owner).getBytes(StandardCharsets.UTF_8);
  }

  /// @return those that exist
  Map<Sealing.Key, DataKey> read(Collection<Sealing.Key> owners) {
    var wanted = List.copyOf(owners);
    var found = new HashMap<Sealing.Key, DataKey>();
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                """
                select stream_id, author_id, master, wrapped
                from unnest(?, ?) as wanted (stream, author)
                join vault.data_key on stream_id = stream and author_id = author
                """)) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "uuid", wanted.stream().map(key -> key.stream().value()).toArray()));
      statement.setArray(
          2,
          connection.createArrayOf(
              "uuid", wanted.stream().map(key -> key.author().value()).toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var owner =
              new Sealing.Key(
                  new StreamId(rows.getObject(1, UUID.class)),
                  new PersonId(rows.getObject(2, UUID.class)));
          found.put(owner, unwrap(owner, rows.getString(3), rows.getBytes(4)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private DataKey unwrap(Sealing.Key owner, String master, byte[] wrapped) {
    try {
      return new DataKey(owner, masters.named(master).aead(PURPOSE).decrypt(wrapped, bound(owner)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a wrapped key was changed or moved", e);
    }
  }

  /// Walks the index from name to name, so that many keys cost nothing.
  List<String> mastersInUse() {
    var found = new ArrayList<String>();
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                """
                with recursive used (master) as (
                  select min(master) from vault.data_key
                  union all
                  select (select min(master) from vault.data_key k where k.master > used.master)
                  from used where used.master is not null
                )
                select master from used where master is not null
                """);
        var rows = statement.executeQuery()) {
      while (rows.next()) found.add(rows.getString(1));
      return found;
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  void deleteAll(PersonId author) {
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement("delete from vault.data_key where author_id = ?")) {
      statement.setObject(1, author.value());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}
