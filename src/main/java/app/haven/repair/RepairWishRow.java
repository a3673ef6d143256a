package app.haven.repair;

import app.haven.kernel.CoupleId;
import app.haven.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person wants to hear and to share of repairs; on their own stream, so that nobody else
/// can tell.
@Entity
@Table(name = "repair_wish")
class RepairWishRow {
  @Id
  @Column(name = "stream_id")
  private UUID stream;

  private boolean muted;

  /// With whom a timeline is shared.
  @Column(name = "timeline_with")
  private @Nullable UUID timelineWith;

  protected RepairWishRow() {}

  RepairWishRow(PersonId person) {
    stream = person.mine().value();
  }

  boolean muted() {
    return muted;
  }

  void mute(boolean is) {
    muted = is;
  }

  boolean sharesWith(CoupleId couple) {
    return couple.value().equals(timelineWith);
  }

  void shareWith(@Nullable CoupleId couple) {
    timelineWith = couple == null ? null : couple.value();
  }
}
