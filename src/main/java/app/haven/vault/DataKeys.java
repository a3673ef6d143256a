package app.haven.vault;

import app.haven.kernel.PersonId;
import app.haven.kernel.Sealing;
import app.haven.kernel.Sql;
import app.haven.kernel.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The data keys in the database, wrapped. Runs in the caller's transaction.
@ApplicationScoped
class DataKeys {
  private static final String PURPOSE = "data keys";

  private final Sql sql;
  private final MasterKeys masters;
  private final SecureRandom random = new SecureRandom();

  @Inject
  DataKeys(Sql sql, MasterKeys masters) {
    this.sql = sql;
    this.masters = masters;
  }

  DataKey create(Sealing.Key owner) {
    byte[] secret = new byte[MasterKey.BYTES];
    random.nextBytes(secret);
    var master = masters.current();
    sql.change(
        "insert into vault.data_key (stream_id, author_id, master, wrapped) values (?, ?, ?, ?)",
        owner.stream(),
        owner.author(),
        master.id(),
        wrap(master, owner, secret));
    return new DataKey(owner, secret);
  }

  static byte[] wrap(MasterKey master, Sealing.Key owner, byte[] secret) {
    try {
      return master.aead(PURPOSE).encrypt(secret, bound(owner));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a data key cannot be wrapped", e);
    }
  }

  static byte[] unwrap(MasterKey master, Sealing.Key owner, byte[] wrapped) {
    try {
      return master.aead(PURPOSE).decrypt(wrapped, bound(owner));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a wrapped key was changed or moved", e);
    }
  }

  /// A wrapped key cannot be passed off as another author's.
  private static byte[] bound(Sealing.Key owner) {
    return DataKey.of(owner).getBytes(StandardCharsets.UTF_8);
  }

  /// @return those that exist
  Map<Sealing.Key, DataKey> read(Collection<Sealing.Key> owners) {
    var wanted = List.copyOf(owners);
    var found = new HashMap<Sealing.Key, DataKey>();
    sql.list(
            """
            select stream_id, author_id, master, wrapped
            from unnest(?, ?) as wanted (stream, author)
            join vault.data_key on stream_id = stream and author_id = author
            """,
            this::key,
            wanted.stream().map(key -> key.stream().value()).toArray(UUID[]::new),
            wanted.stream().map(key -> key.author().value()).toArray(UUID[]::new))
        .forEach(key -> found.put(key.owner(), key));
    return found;
  }

  private DataKey key(ResultSet row) throws SQLException {
    var owner = owner(row);
    return new DataKey(owner, unwrap(masters.named(row.getString(3)), owner, row.getBytes(4)));
  }

  static Sealing.Key owner(ResultSet row) throws SQLException {
    return new Sealing.Key(
        new StreamId(row.getObject(1, UUID.class)), new PersonId(row.getObject(2, UUID.class)));
  }

  void deleteAll(PersonId author) {
    sql.change("delete from vault.data_key where author_id = ?", author);
  }
}
