package app.haven.feeling;

import app.haven.kernel.Many;
import app.haven.kernel.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be said about how one is.
sealed interface FeelingCommand {

  /// For oneself alone.
  sealed interface Own extends FeelingCommand {
    UUID moment();
  }

  /// Between the two.
  sealed interface Told extends FeelingCommand {
    UUID moment();
  }

  /// How one wants to be shown the list, and to be asked.
  sealed interface Wish extends FeelingCommand {}

  /// Own words for feelings, kept at hand.
  sealed interface Word extends FeelingCommand {
    UUID word();
  }

  /// How I was. Once more with the same id says the whole of it anew.
  ///
  /// @param feeling from the list; or else
  /// @param own in own words
  /// @param intensity 1 to 5
  /// @param fact what happened
  /// @param at when it was, where that is not now
  record Keep(
      UUID moment,
      @Words @Nullable Feeling feeling,
      @Words(80) @Nullable String own,
      @Words @Nullable Integer intensity,
      @Words @Many(14) @Nullable List<Sensation> sensations,
      @Words @Nullable String fact,
      @Words @Nullable String note,
      @Nullable Instant at)
      implements Own {}

  record Drop(UUID moment) implements Own {}

  /// What the other is to read of it: exactly what stands here.
  ///
  /// @param ask whether to ask: is there anything you need from me?
  record Share(
      UUID moment,
      @Words @Nullable Feeling feeling,
      @Words(80) @Nullable String own,
      @Words @Nullable Integer intensity,
      @Words @Many(14) @Nullable List<Sensation> sensations,
      @Words @Nullable String fact,
      @Words @Nullable String note,
      @Nullable Boolean ask)
      implements Told {}

  /// One of the two, or both.
  record Answer(UUID moment, @Nullable Reply reply, @Words @Nullable String words)
      implements Told {}

  /// Takes back one's own words: the author those that were shared, the other those of the answer.
  record Unshare(UUID moment) implements Told {}

  /// @param level none: it grows by itself
  record ChooseLevel(@Nullable Level level) implements Wish {}

  /// @param reminder which of the three
  /// @param at the time on one's own clock; none: this one is off
  record Remind(Integer reminder, @Nullable LocalTime at) implements Wish {}

  record Snooze(Integer reminder, Integer minutes) implements Wish {}

  record Skip(Integer reminder) implements Wish {}

  /// Once more with the same id replaces the words.
  record KeepWord(UUID word, @Words(80) String words) implements Word {}

  record DropWord(UUID word) implements Word {}
}
