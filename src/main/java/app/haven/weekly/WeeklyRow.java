package app.haven.weekly;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of a week's check-in. Nothing in it changes while somebody writes
/// their answers or says *ready*.
@Entity
@Table(name = "weekly")
class WeeklyRow {
  @EmbeddedId private Key id;
  @Version private int version;

  private Instant at;
  private String form;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "opened_seq")
  private long openedSeq;

  @Column(name = "revealed_at")
  private @Nullable Instant revealedAt;

  @Column(name = "revealed_seq")
  private @Nullable Long revealedSeq;

  private @Nullable UUID speaker;

  @Column(name = "speaks_since")
  private @Nullable Instant speaksSince;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  private @Nullable String how;

  /// Who took their words back, and until where in `ours`.
  private UUID[] erasers = {};

  @Column(name = "erased_seqs")
  private long[] erasedSeqs = {};

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected WeeklyRow() {}

  WeeklyRow(StreamId ours, Weekly.Card card, long seq) {
    id = new Key(ours, card.id());
    at = card.at();
    form = card.form().name();
    openedAt = card.openedAt();
    openedSeq = seq;
  }

  /// The state as the rules see it.
  Weekly state() {
    var card = new Weekly.Card(id.id(), at, Form.valueOf(form), openedAt);
    if (how != null) return new Weekly.Ended(card, State.valueOf(how));
    if (revealedAt == null) return new Weekly.Open(card);
    return new Weekly.Revealed(
        card,
        speaker == null ? null : new PersonId(speaker),
        speaksSince == null ? revealedAt : speaksSince);
  }

  void remember(WeeklyEvent event, Instant when, long seq) {
    switch (state().after(event, when)) {
      case Weekly.Open _ -> {}
      case Weekly.Revealed talk -> {
        if (event instanceof WeeklyEvent.Revealed) {
          revealedAt = when;
          revealedSeq = seq;
        }
        speaker = talk.speaker() == null ? null : talk.speaker().value();
        speaksSince = talk.since();
      }
      case Weekly.Ended ended -> {
        if (endedAt != null) return;
        endedAt = when;
        how = ended.how().name();
        speaker = null;
      }
    }
  }

  void erase(PersonId by, long seq) {
    int place = Arrays.asList(erasers).indexOf(by.value());
    if (place < 0) {
      place = erasers.length;
      erasers = Arrays.copyOf(erasers, place + 1);
      erasedSeqs = Arrays.copyOf(erasedSeqs, place + 1);
      erasers[place] = by.value();
    } else {
      erasedSeqs = erasedSeqs.clone();
    }
    erasedSeqs[place] = seq;
  }

  /// 0 where they took nothing back.
  long erasedUntil(PersonId by) {
    int place = Arrays.asList(erasers).indexOf(by.value());
    return place < 0 ? 0 : erasedSeqs[place];
  }

  UUID id() {
    return id.id();
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  @Nullable Instant revealedAt() {
    return revealedAt;
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  /// Grows with every week of the couple, so that lists are sorted by it.
  long openedSeq() {
    return openedSeq;
  }

  @Nullable Long revealedSeq() {
    return revealedSeq;
  }
}
