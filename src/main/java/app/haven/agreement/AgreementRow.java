package app.haven.agreement;

import app.haven.kernel.Json;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of an agreement, and the numbers of the events that are its history.
@Entity
@Table(name = "agreement")
class AgreementRow {
  private static final TypeReference<List<Slot>> SLOTS = new TypeReference<>() {};

  @EmbeddedId private Key id;
  @Version private int version;
  private String kind;
  private UUID author;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  private int latest;

  /// How many versions are the author's; the rest are the other's.
  @Column(name = "author_wrote")
  private int authorWrote;

  private @Nullable Integer holds;

  /// As JSON; null where none are agreed.
  private @Nullable String slots;

  @Column(name = "review_at")
  private @Nullable Instant reviewAt;

  private @Nullable Integer pending;

  @Column(name = "pending_author")
  private @Nullable UUID pendingAuthor;

  @Column(name = "pending_hash")
  private @Nullable String pendingHash;

  @Column(name = "pending_slots")
  private @Nullable String pendingSlots;

  @Column(name = "pending_review_at")
  private @Nullable Instant pendingReviewAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  /// When the other last said no to what waited, and whose that was: it rests.
  @Column(name = "no_at")
  private @Nullable Instant noAt;

  @Column(name = "no_to")
  private @Nullable UUID noTo;

  /// The hash of the newest entry.
  private String hash = "";

  @Column(name = "entry_seqs")
  private long[] entrySeqs = {};

  @Column(name = "first_seq")
  private long firstSeq;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected AgreementRow() {}

  AgreementRow(StreamId ours, Agreement begun, AgreementEvent.Proposed proposed, long seq) {
    var card = begun.card();
    id = new Key(ours, card.id());
    kind = card.kind().wire();
    author = card.author().value();
    proposedAt = card.proposedAt();
    firstSeq = seq;
    authorWrote = 1;
    hangs(proposed, seq);
    remember(begun);
  }

  private void hangs(AgreementEvent.Entry entry, long seq) {
    hash = entry.seal().hash();
    entrySeqs = LongStream.concat(Arrays.stream(entrySeqs), LongStream.of(seq)).toArray();
  }

  private void remember(Agreement is) {
    latest = is.latest();
    var inForce = is instanceof Agreement.InForce it ? it : null;
    holds = inForce == null ? null : inForce.holds();
    slots = inForce == null ? null : json(inForce.slots());
    reviewAt = inForce == null ? null : inForce.reviewAt();
    var waits = is.waiting().orElse(null);
    pending = waits == null ? null : waits.number();
    pendingAuthor = waits == null ? null : waits.author().value();
    pendingHash = waits == null ? null : waits.hash();
    pendingSlots = waits == null ? null : json(waits.slots());
    pendingReviewAt = waits == null ? null : waits.reviewAt();
  }

  private static @Nullable String json(List<Slot> slots) {
    return slots.isEmpty() ? null : Json.write(slots);
  }

  /// @param at when the event happened
  /// @param seq its number in `ours`
  void remember(AgreementEvent.Entry entry, PersonId by, Instant at, long seq) {
    var was = state();
    var is = was.after(entry, by);
    if (entry instanceof AgreementEvent.Withdrawn) {
      was.waiting()
          .map(Pending::author)
          .filter(asked -> !asked.equals(by))
          .ifPresent(asked -> {
            noAt = at;
            noTo = asked.value();
          });
    }
    if (entry instanceof AgreementEvent.Changed && by.value().equals(author)) authorWrote++;
    remember(is);
    if (is instanceof Agreement.Ended) endedAt = at;
    hangs(entry, seq);
  }

  /// As leaving does: without an event, for nobody reads this stream any more.
  void leave(Instant at) {
    remember(new Agreement.Ended(state().card(), latest));
    endedAt = at;
  }

  /// The state as the rules see it.
  Agreement state() {
    var card = new Agreement.Card(id.id(), Kind.of(kind), new PersonId(author), proposedAt);
    if (endedAt != null) return new Agreement.Ended(card, latest);
    var waits = pending();
    return holds == null
        ? new Agreement.Waiting(card, Objects.requireNonNull(waits))
        : new Agreement.InForce(card, latest, holds, slots(slots), reviewAt, waits);
  }

  private @Nullable Pending pending() {
    if (pending == null || pendingAuthor == null || pendingHash == null) return null;
    return new Pending(
        pending, new PersonId(pendingAuthor), pendingHash, slots(pendingSlots), pendingReviewAt);
  }

  private static List<Slot> slots(@Nullable String json) {
    if (json == null) return List.of();
    try {
      return Json.MAPPER.readValue(json, SLOTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("slots in a row are not JSON", e);
    }
  }

  /// How many versions are this person's.
  int wrote(PersonId person) {
    return person.value().equals(author) ? authorWrote : latest - authorWrote;
  }

  /// When the other last said no to what this person asked.
  Optional<Instant> no(PersonId to) {
    return Optional.ofNullable(noAt).filter(_ -> to.value().equals(noTo));
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  UUID id() {
    return id.id();
  }

  Kind kind() {
    return Kind.of(kind);
  }

  String hash() {
    return hash;
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  /// Grows with every new agreement of the couple, so that lists are sorted by it.
  long firstSeq() {
    return firstSeq;
  }

  LongStream seqs() {
    return Arrays.stream(entrySeqs);
  }
}
