package app.haven.feeling;

import app.haven.feeling.FeelingWishes.Open;
import app.haven.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a person wants to be asked; on their own stream, so that nobody else can tell.
@Entity
@Table(name = "feeling_wish")
class FeelingWishRow {
  @Id
  @Column(name = "stream_id")
  private UUID stream;

  @Version private int version;
  private @Nullable Instant since;
  private @Nullable String level;

  @Column(name = "time_1")
  private @Nullable LocalTime first;

  @Column(name = "time_2")
  private @Nullable LocalTime second;

  @Column(name = "time_3")
  private @Nullable LocalTime third;

  @Column(name = "due")
  private @Nullable Integer due;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  @Column(name = "snoozed")
  private @Nullable Integer snoozed;

  @Column(name = "snoozed_until")
  private @Nullable Instant snoozedUntil;

  protected FeelingWishRow() {}

  FeelingWishRow(PersonId person) {
    stream = person.mine().value();
  }

  /// The state as the rules see it.
  FeelingWishes state() {
    var times = new TreeMap<Integer, LocalTime>();
    if (first != null) times.put(1, first);
    if (second != null) times.put(2, second);
    if (third != null) times.put(3, third);
    return new FeelingWishes(
        since,
        level == null ? null : Level.of(level),
        times,
        open(due, dueAt),
        open(snoozed, snoozedUntil));
  }

  private static @Nullable Open open(@Nullable Integer reminder, @Nullable Instant at) {
    return reminder == null || at == null ? null : new Open(reminder, at);
  }

  void set(FeelingWishes wishes) {
    since = wishes.since();
    level = wishes.level() == null ? null : wishes.level().wire();
    first = wishes.times().get(1);
    second = wishes.times().get(2);
    third = wishes.times().get(3);
    due = wishes.due() == null ? null : wishes.due().reminder();
    dueAt = wishes.due() == null ? null : wishes.due().at();
    snoozed = wishes.snoozed() == null ? null : wishes.snoozed().reminder();
    snoozedUntil = wishes.snoozed() == null ? null : wishes.snoozed().at();
  }
}
