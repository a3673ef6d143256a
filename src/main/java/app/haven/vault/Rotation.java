package app.haven.vault;

import app.haven.kernel.Sealing;
import app.haven.kernel.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Wraps every data key with the current master key, so that an older one can leave the file. The
/// service may run meanwhile; a rotation that was cut off goes on where it was.
@ApplicationScoped
public class Rotation {
  private static final int BATCH = 500;

  private final Sql sql;
  private final MasterKeys masters;

  @Inject
  public Rotation(Sql sql, MasterKeys masters) {
    this.sql = sql;
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
    var rewrapped =
        sql.list(
            """
            select stream_id, author_id, master, wrapped from vault.data_key
            where master <> ? order by stream_id, author_id limit ? for update
            """,
            this::rewrap,
            masters.current().id(),
            BATCH);
    rewrapped.forEach(this::write);
    return rewrapped.size();
  }

  private Rewrapped rewrap(ResultSet row) throws SQLException {
    var owner = DataKeys.owner(row);
    byte[] secret = DataKeys.unwrap(masters.named(row.getString(3)), owner, row.getBytes(4));
    return new Rewrapped(owner, DataKeys.wrap(masters.current(), owner, secret));
  }

  private void write(Rewrapped row) {
    sql.change(
        "update vault.data_key set master = ?, wrapped = ? where stream_id = ? and author_id = ?",
        masters.current().id(),
        row.wrapped(),
        row.owner().stream(),
        row.owner().author());
  }
}
