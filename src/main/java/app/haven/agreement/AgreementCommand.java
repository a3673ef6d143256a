package app.haven.agreement;

import app.haven.kernel.Link;
import app.haven.kernel.Many;
import app.haven.kernel.Words;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be done with an agreement. All of it is for both to read.
sealed interface AgreementCommand {
  UUID agreement();

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
      implements AgreementCommand, Wording {}

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
      implements AgreementCommand, Change {}

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
      implements AgreementCommand, Change {}

  interface Change extends Wording {
    Integer version();
  }

  /// @param hash of the version, as the one who says yes has read it
  record Consent(UUID agreement, Integer version, @Words(64) @Nullable String hash)
      implements AgreementCommand {}

  /// @param version only this one, which waits; left out: the whole agreement
  record Withdraw(UUID agreement, @Nullable Integer version) implements AgreementCommand {}

  /// At its review: it stays as it is.
  record Keep(UUID agreement, @Nullable Instant reviewAt) implements AgreementCommand {}

  /// One's own slots, all of them; none takes them out.
  record MySlot(UUID agreement, @Many(14) List<Slot> slots) implements AgreementCommand {}
}
