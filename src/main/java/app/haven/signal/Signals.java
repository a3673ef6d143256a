package app.haven.signal;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// The signals of all couples that are still shown.
@ApplicationScoped
class Signals implements PanacheRepositoryBase<SignalRow, SignalRow.Key> {

  /// When this person sent their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId by) {
    return find("id.stream = ?1 and author = ?2 order by id.seq desc", ours.value(), by.value())
        .range(0, Signal.MOST - 1)
        .stream()
        .map(SignalRow::at)
        .toList();
  }

  /// What is no longer shown is not kept: nobody needs a list of hard moments.
  void add(SignalRow row, StreamId ours) {
    delete("id.stream = ?1 and sentAt < ?2", ours.value(), row.at().minus(Signal.CURRENT));
    persist(row);
  }

  /// Newest first.
  List<SignalRow> since(StreamId ours, Instant since) {
    return list("id.stream = ?1 and sentAt >= ?2 order by id.seq desc", ours.value(), since);
  }

  void eraseAll(StreamId ours) {
    delete("id.stream = ?1", ours.value());
  }
}
