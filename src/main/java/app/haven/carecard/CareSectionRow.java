package app.haven.carecard;

import app.haven.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/// A section of somebody's own card: the number of the event in `mine` that holds its words.
@Entity
@Table(name = "care_section")
class CareSectionRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "kept_seq")
  private long keptSeq;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "section") String section) {
    Key(PersonId owner, Section section) {
      this(owner.mine().value(), section.wire());
    }
  }

  protected CareSectionRow() {}

  CareSectionRow(PersonId owner, Section section, long seq) {
    id = new Key(owner, section);
    keptSeq = seq;
  }

  void keptAgain(long seq) {
    keptSeq = seq;
  }

  Section section() {
    return Section.of(id.section());
  }

  long keptSeq() {
    return keptSeq;
  }
}
