package app.haven.faulty;

import app.haven.kernel.DatabaseFailure;
import app.haven.kernel.Stream;
import app.haven.kernel.StreamId;
import app.haven.kernel.Streams;
import io.agroal.api.AgroalDataSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedSet;

/// Numbers by a database sequence of each stream instead of under the lock of its row: a number
/// that was taken is gone even if nothing came of it, and the later number may commit first.
@Alternative
@Priority(1)
@Singleton
public class SequenceInsteadOfLock extends Streams {
  private static final String NUMBERED =
      """
      select id, epoch, nextval(('"numbers_' || id || '"')::regclass) - 1 as head, last_at, reader_a, reader_b,
             closed_at
      from stream where id = any(?)
      """;

  private final AgroalDataSource db;

  @Inject
  public SequenceInsteadOfLock(AgroalDataSource db) {
    super(db);
    this.db = db;
  }

  @Override
  public Map<StreamId, Stream> lock(SortedSet<StreamId> ids) {
    if (!Fault.SEQUENCE_INSTEAD_OF_LOCK.chosen()) return super.lock(ids);
    ids.forEach(this::haveSequence);
    return select(ids, NUMBERED);
  }

  private void haveSequence(StreamId id) {
    try (var connection = db.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create sequence if not exists \"numbers_" + id.value() + "\"");
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}
