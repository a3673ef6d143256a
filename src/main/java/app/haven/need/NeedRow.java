package app.haven.need;

import app.haven.kernel.StreamId;
import app.haven.kernel.Times;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of a shared need, and the numbers of the events that hold its words.
@Entity
@Table(name = "need")
class NeedRow extends SharedRow {
  private boolean asks;
  private int answers;
  private @Nullable String answer;

  @Column(name = "answered_seq")
  private @Nullable Long answeredSeq;

  @Column(name = "no_at")
  private @Nullable Instant noAt;

  private @Nullable UUID reminder;
  private boolean agreed;
  private @Nullable String times;

  @Column(name = "proposed_seqs")
  private long[] proposedSeqs = {};

  /// In milliseconds.
  @Column(name = "proposed_times")
  private long[] proposedTimes = {};

  @Column(name = "stopped_at")
  private @Nullable Instant stoppedAt;

  protected NeedRow() {}

  NeedRow(StreamId ours, Need begun) {
    super(ours, begun.id(), begun.author());
    set(begun);
  }

  /// The state as the rules see it.
  Need state() {
    return new Need(
        id(),
        author(),
        shared(),
        versions(),
        asks,
        answers,
        answer == null ? null : Answer.of(answer),
        noAt,
        reminder(),
        stoppedAt);
  }

  Reminder reminder() {
    if (reminder == null || times == null) return new Reminder.None();
    return agreed
        ? new Reminder.Agreed(reminder, Times.of(times))
        : new Reminder.Proposed(reminder, Times.of(times));
  }

  void remember(Need after, NeedEvent event, Instant at, long seq) {
    switch (event) {
      case NeedEvent.Shared _ -> {
        sharedAt(at, seq);
        answeredSeq = null;
      }
      case NeedEvent.Answered _ -> answeredSeq = seq;
      case NeedEvent.RemindProposed _ -> {
        proposedSeqs = Longs.with(proposedSeqs, seq);
        proposedTimes = Longs.with(proposedTimes, at.toEpochMilli());
      }
      case NeedEvent.RemindAgreed _,
          NeedEvent.RemindStopped _,
          NeedEvent.Kept _,
          NeedEvent.Changed _,
          NeedEvent.Reminded _,
          NeedEvent.RemindPaused _,
          NeedEvent.RemindResumed _ -> {}
    }
    set(after);
  }

  void takenBack(Need after, Instant at) {
    takeBack(at);
    answeredSeq = null;
    set(after);
  }

  private void set(Need state) {
    asks = state.asks();
    answers = state.answers();
    answer = state.answer() == null ? null : state.answer().wire();
    noAt = state.noAt();
    stoppedAt = state.stoppedAt();
    agreed = state.reminder() instanceof Reminder.Agreed;
    switch (state.reminder()) {
      case Reminder.None _ -> reminding(null, null);
      case Reminder.Proposed(var is, var when) -> reminding(is, when);
      case Reminder.Agreed(var is, var when) -> reminding(is, when);
    }
  }

  private void reminding(@Nullable UUID is, @Nullable Times when) {
    reminder = is;
    times = when == null ? null : when.text();
  }

  /// When its reminders were proposed, newest first.
  List<Instant> proposedTimes() {
    return Longs.times(proposedTimes);
  }

  /// The words of the reminder that stands.
  @Nullable Long reminderSeq() {
    return reminder == null ? null : Longs.last(proposedSeqs);
  }

  @Nullable Long answeredSeq() {
    return answeredSeq;
  }

  /// The events with words of its owner, in all versions.
  List<Long> holding() {
    return Stream.concat(sharedSeqs().stream(), Longs.list(proposedSeqs).stream()).toList();
  }
}
