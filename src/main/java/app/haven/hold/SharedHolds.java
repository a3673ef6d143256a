package app.haven.hold;

import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The holds of all couples that are shown to the partner.
@ApplicationScoped
class SharedHolds implements PanacheRepositoryBase<SharedHoldRow, SharedHoldRow.Key> {
  Optional<SharedHoldRow> of(StreamId ours, UUID hold) {
    return findByIdOptional(new SharedHoldRow.Key(ours, hold));
  }

  void add(SharedHoldRow row) {
    persist(row);
  }

  void remove(SharedHoldRow row) {
    delete(row);
  }

  /// Those whose time has not come; the one shared last first.
  List<SharedHoldRow> standing(StreamId ours, Instant now) {
    return list("id.stream = ?1 and untilAt > ?2 order by sharedSeq desc", ours.value(), now);
  }
}
