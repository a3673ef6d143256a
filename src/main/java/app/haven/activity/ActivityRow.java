package app.haven.activity;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of an activity.
@Entity
@Table(name = "activity")
class ActivityRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "offered_by")
  private UUID offeredBy;

  @Column(name = "offered_to")
  private UUID to;

  private String which;

  @Column(name = "offered_at")
  private Instant offeredAt;

  @Column(name = "offered_seq")
  private long offeredSeq;

  private @Nullable Integer step;

  @Column(name = "step_until")
  private @Nullable Instant until;

  @Column(name = "not_now_at")
  private @Nullable Instant notNowAt;

  @Column(name = "over_at")
  private @Nullable Instant overAt;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected ActivityRow() {}

  ActivityRow(StreamId ours, Activity begun, long seq) {
    var card = begun.card();
    id = new Key(ours, card.id());
    offeredBy = card.offeredBy().value();
    to = card.to().value();
    which = card.which().wire();
    offeredAt = card.offeredAt();
    offeredSeq = seq;
  }

  /// The state as the rules see it.
  Activity state() {
    var card =
        new Activity.Card(
            id.id(), new PersonId(offeredBy), new PersonId(to), Which.of(which), offeredAt);
    if (overAt != null) return new Activity.Over(card, notNowAt);
    return step == null || until == null
        ? new Activity.Waiting(card)
        : new Activity.Running(card, step, until);
  }

  /// @param at when the event happened
  void remember(Activity after, Instant at) {
    switch (after) {
      case Activity.Waiting _ -> {}
      case Activity.Running it -> {
        step = it.step();
        until = it.until();
      }
      case Activity.Over it -> {
        notNowAt = it.notNowAt();
        overAt = at;
      }
    }
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  UUID id() {
    return id.id();
  }

  Instant offeredAt() {
    return offeredAt;
  }

  /// Grows with every new activity of the couple, so that lists are sorted by it.
  long offeredSeq() {
    return offeredSeq;
  }

  @Nullable Instant notNowAt() {
    return notNowAt;
  }

  @Nullable Instant overAt() {
    return overAt;
  }
}
