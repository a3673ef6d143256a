package app.haven.agreement;

import app.haven.kernel.Link;
import app.haven.kernel.Many;
import app.haven.kernel.Weekday;
import app.haven.kernel.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be done with an agreement.
sealed interface AgreementCommand {
  UUID agreement();

  /// For both to read.
  sealed interface Shared extends AgreementCommand {}

  /// For oneself alone: nobody else can tell.
  sealed interface Own extends AgreementCommand {}

  /// Its first version; proposing is saying yes to it.
  record Propose(
      UUID agreement,
      Kind kind,
      @Words(280) @Nullable String why,
      @Words @Nullable String iWill,
      @Words @Nullable String youWill,
      @Words(80) @Nullable String word,
      @Nullable Integer minutes,
      @Nullable Integer longest,
      @Many(14) @Nullable List<Slot> slots,
      @Nullable Instant reviewAt,
      @Nullable Link from)
      implements Shared, Wording {}

  /// Other words in the place of the version that waits.
  ///
  /// @param version the next number, so that nobody answers what they have not read
  record Counter(
      UUID agreement,
      Integer version,
      @Words(280) @Nullable String why,
      @Words @Nullable String iWill,
      @Words @Nullable String youWill,
      @Words(80) @Nullable String word,
      @Nullable Integer minutes,
      @Nullable Integer longest,
      @Many(14) @Nullable List<Slot> slots,
      @Nullable Instant reviewAt)
      implements Shared, Change {}

  /// A new version of what is in force, which holds until both said yes to the new one.
  record Amend(
      UUID agreement,
      Integer version,
      @Words(280) @Nullable String why,
      @Words @Nullable String iWill,
      @Words @Nullable String youWill,
      @Words(80) @Nullable String word,
      @Nullable Integer minutes,
      @Nullable Integer longest,
      @Many(14) @Nullable List<Slot> slots,
      @Nullable Instant reviewAt)
      implements Shared, Change {}

  interface Change extends Wording {
    Integer version();
  }

  /// @param hash of the version, as the one who says yes has read it
  record Consent(UUID agreement, Integer version, @Words(64) @Nullable String hash)
      implements Shared {}

  /// @param version only this one, which waits; left out: the whole agreement
  record Withdraw(UUID agreement, @Nullable Integer version) implements Shared {}

  /// At its review: it stays as it is.
  record Keep(UUID agreement, @Nullable Instant reviewAt) implements Shared {}

  /// One's own slots, all of them; none takes them out.
  record MySlot(UUID agreement, @Many(14) List<Slot> slots) implements Shared {}

  /// To be reminded of what holds, in one's own words, by one's own clock. Once more takes the
  /// place of what was set before.
  record Remind(
      UUID agreement,
      @Words(300) String words,
      @Many(14) List<LocalTime> times,
      @Many(7) List<Weekday> weekdays)
      implements Own {}

  /// @param until left out: until the person says
  record RemindPause(UUID agreement, @Nullable Instant until) implements Own {}

  record RemindResume(UUID agreement) implements Own {}

  record RemindStop(UUID agreement) implements Own {}
}
