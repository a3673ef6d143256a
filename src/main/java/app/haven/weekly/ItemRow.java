package app.haven.weekly;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A note or a decision of a talk: the events that hold its versions, and whose each is.
@Entity
@Table(name = "weekly_item")
class ItemRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "weekly_id")
  private UUID weekly;

  private boolean decision;
  private long[] seqs = {};
  private UUID[] authors = {};

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected ItemRow() {}

  ItemRow(StreamId ours, UUID id, UUID weekly, boolean decision) {
    this.id = new Key(ours, id);
    this.weekly = weekly;
    this.decision = decision;
  }

  Item item() {
    return new Item(id.id(), weekly, decision, seqs.length);
  }

  void write(PersonId by, long seq) {
    seqs = LongStream.concat(Arrays.stream(seqs), LongStream.of(seq)).toArray();
    authors = Arrays.copyOf(authors, seqs.length);
    authors[seqs.length - 1] = by.value();
  }

  long[] seqs() {
    return seqs;
  }

  boolean isBegunBy(PersonId person) {
    return authors[0].equals(person.value());
  }

  int wrote(PersonId by) {
    return (int) seqsOf(by).count();
  }

  LongStream seqsOf(PersonId by) {
    return IntStream.range(0, seqs.length)
        .filter(i -> authors[i].equals(by.value()))
        .mapToLong(i -> seqs[i]);
  }
}
