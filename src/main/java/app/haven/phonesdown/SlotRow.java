package app.haven.phonesdown;

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

/// What the rules need to know of a slot.
@Entity
@Table(name = "phones_down")
class SlotRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "proposed_by")
  private UUID proposedBy;

  @Column(name = "proposed_to")
  private UUID to;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Column(name = "proposed_seq")
  private long proposedSeq;

  @Column(name = "start_at")
  private @Nullable Instant startAt;

  private int minutes;

  @Column(name = "agreed_at")
  private @Nullable Instant agreedAt;

  @Column(name = "until_at")
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

  protected SlotRow() {}

  SlotRow(StreamId ours, Slot begun, long seq) {
    var card = begun.card();
    id = new Key(ours, card.id());
    proposedBy = card.proposedBy().value();
    to = card.to().value();
    proposedAt = card.proposedAt();
    proposedSeq = seq;
    startAt = card.startAt();
    minutes = card.minutes();
  }

  /// The state as the rules see it.
  Slot state() {
    var card =
        new Slot.Card(
            id.id(), new PersonId(proposedBy), new PersonId(to), proposedAt, startAt, minutes);
    if (overAt != null) return new Slot.Over(card, notNowAt);
    if (agreedAt == null) return new Slot.Waiting(card);
    return until == null
        ? new Slot.Agreed(card, agreedAt)
        : new Slot.Running(card, agreedAt, until);
  }

  /// @param at when the event happened
  void remember(Slot after, Instant at) {
    switch (after) {
      case Slot.Waiting _ -> {}
      case Slot.Agreed it -> agreedAt = it.agreedAt();
      case Slot.Running it -> {
        agreedAt = it.agreedAt();
        until = it.until();
      }
      case Slot.Over it -> {
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

  Instant proposedAt() {
    return proposedAt;
  }

  /// Grows with every new slot of the couple, so that lists are sorted by it.
  long proposedSeq() {
    return proposedSeq;
  }

  @Nullable Instant notNowAt() {
    return notNowAt;
  }

  @Nullable Instant overAt() {
    return overAt;
  }
}
