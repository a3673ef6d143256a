package app.haven.need;

import app.haven.kernel.StreamId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of a shared boundary, and the numbers of the events that hold its
/// words.
@Entity
@Table(name = "boundary")
class BoundaryRow extends SharedRow {
  @Column(name = "acknowledged_at")
  private @Nullable Instant acknowledgedAt;

  @Column(name = "asked_seq")
  private @Nullable Long askedSeq;

  protected BoundaryRow() {}

  BoundaryRow(StreamId ours, Boundary begun) {
    super(ours, begun.id(), begun.author());
  }

  /// The state as the rules see it.
  Boundary state() {
    return new Boundary(
        id(), author(), shared(), versions(), acknowledgedAt != null, askedSeq != null);
  }

  void remember(BoundaryEvent event, Instant at, long seq) {
    switch (event) {
      case BoundaryEvent.Shared _ -> {
        sharedAt(at, seq);
        forget();
      }
      case BoundaryEvent.Acknowledged _ -> acknowledgedAt = at;
      case BoundaryEvent.Asked _ -> askedSeq = seq;
      case BoundaryEvent.Kept _, BoundaryEvent.Changed _ -> {}
    }
  }

  void takenBack(Instant at) {
    takeBack(at);
    forget();
  }

  private void forget() {
    acknowledgedAt = null;
    askedSeq = null;
  }

  @Nullable Instant acknowledgedAt() {
    return acknowledgedAt;
  }

  @Nullable Long askedSeq() {
    return askedSeq;
  }
}
