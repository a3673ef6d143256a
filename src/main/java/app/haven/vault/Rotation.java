package app.haven.vault;

import app.haven.kernel.DatabaseFailure;
import app.haven.kernel.PersonId;
import app.haven.kernel.Sealing;
import app.haven.kernel.StreamId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;

/// Wraps every data key with the current master key, so that an older one can leave the file. The
/// service may run meanwhile; a rotation that was cut off goes on where it was.
@ApplicationScoped
public class Rotation {
  private static final int BATCH = 500;

  private final AgroalDataSource db;
  private final MasterKeys masters;

  @Inject
  public Rotation(AgroalDataSource db, MasterKeys masters) {
    this.db = db;
    this.masters = masters;
  }

  /// @return how many keys were wrapped anew
  /// @throws WrongMasterKey if a key is needed that the file does not hold
  public int rotate() {
    int total = 0;
    int done;
    do {
      done = QuarkusTransaction.requiringNew().call(this::batch);
      total += done;
    } while (done == BATCH);
    return total;
  }

  private record Rewrapped(Sealing.Key owner, byte[] wrapped) {}

  private int batch() {
    var rewrapped = new ArrayList<Rewrapped>();
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                """
                select stream_id, author_id, master, wrapped from vault.data_key
                where master <> ? order by stream_id, author_id limit ? for update
                """)) {
      statement.setString(1, masters.current().id());
      statement.setInt(2, BATCH);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) rewrapped.add(rewrap(rows));
      }
      if (!rewrapped.isEmpty()) write(connection, rewrapped);
      return rewrapped.size();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private Rewrapped rewrap(ResultSet row) throws SQLException {
    var owner =
        new Sealing.Key(
            new StreamId(row.getObject(1, UUID.class)), new PersonId(row.getObject(2, UUID.class)));
    try {
      byte[] bound = DataKeys.bound(owner);
      var old = masters.named(row.getString(3)).aead(DataKeys.PURPOSE);
      byte[] secret = old.decrypt(row.getBytes(4), bound);
      return new Rewrapped(owner, masters.current().aead(DataKeys.PURPOSE).encrypt(secret, bound));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a wrapped key was changed or moved", e);
    }
  }

  private void write(Connection connection, ArrayList<Rewrapped> rewrapped) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "update vault.data_key set master = ?, wrapped = ?"
                + " where stream_id = ? and author_id = ?")) {
      for (var row : rewrapped) {
        statement.setString(1, masters.current().id());
        statement.setBytes(2, row.wrapped());
        statement.setObject(3, row.owner().stream().value());
        statement.setObject(4, row.owner().author().value());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
