package app.haven.agreement;

import app.haven.kernel.Fact;
import app.haven.kernel.Link;
import app.haven.kernel.Target;
import app.haven.kernel.Weekday;
import app.haven.kernel.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to an agreement.
sealed interface AgreementEvent {
  UUID agreement();

  /// What stands in the history that nobody changes.
  sealed interface Entry extends AgreementEvent {
    Seal seal();

    /// The same entry, hung on the one before.
    ///
    /// @param salt for its words, if it has any
    Entry sealed(String salt, Seal seal);
  }

  /// @param salt sealed and erased with the words, so that what is left tells nothing about them
  record Proposed(
      UUID agreement,
      Integer version,
      Kind kind,
      @Words(280) @Nullable String why,
      @Words @Nullable String iWill,
      @Words @Nullable String youWill,
      @Words(80) @Nullable String word,
      @Nullable Integer minutes,
      @Nullable Integer longest,
      @Nullable List<Slot> slots,
      @Nullable Instant reviewAt,
      @Nullable Link from,
      @Words(64) String salt,
      Seal seal)
      implements Entry, Wording {
    static Proposed by(AgreementCommand.Propose said) {
      return new Proposed(
          said.agreement(),
          1,
          said.kind(),
          said.why(),
          said.iWill(),
          said.youWill(),
          said.word(),
          said.minutes(),
          said.longest(),
          said.slots(),
          said.reviewAt(),
          said.from(),
          "",
          Seal.NOT_YET);
    }

    @Override
    public Proposed sealed(String salt, Seal seal) {
      return new Proposed(
          agreement, version, kind, why, iWill, youWill, word, minutes, longest, slots, reviewAt,
          from, salt, seal);
    }
  }

  /// Another version waits for the other's yes.
  record Changed(
      UUID agreement,
      Integer version,
      @Words(280) @Nullable String why,
      @Words @Nullable String iWill,
      @Words @Nullable String youWill,
      @Words(80) @Nullable String word,
      @Nullable Integer minutes,
      @Nullable Integer longest,
      @Nullable List<Slot> slots,
      @Nullable Instant reviewAt,
      @Words(64) String salt,
      Seal seal)
      implements Entry, Wording {
    static Changed to(UUID agreement, int version, Wording said) {
      return new Changed(
          agreement,
          version,
          said.why(),
          said.iWill(),
          said.youWill(),
          said.word(),
          said.minutes(),
          said.longest(),
          said.slots(),
          said.reviewAt(),
          "",
          Seal.NOT_YET);
    }

    @Override
    public Changed sealed(String salt, Seal seal) {
      return new Changed(
          agreement, version, why, iWill, youWill, word, minutes, longest, slots, reviewAt, salt,
          seal);
    }
  }

  /// The other said yes too: this version is in force.
  record Agreed(UUID agreement, Integer version, Seal seal) implements Entry {
    @Override
    public Agreed sealed(String salt, Seal seal) {
      return new Agreed(agreement, version, seal);
    }
  }

  /// @param version left out where the whole agreement is over
  record Withdrawn(UUID agreement, @Nullable Integer version, Seal seal) implements Entry {
    @Override
    public Withdrawn sealed(String salt, Seal seal) {
      return new Withdrawn(agreement, version, seal);
    }
  }

  /// @param reviewAt when they look at it next
  record Kept(UUID agreement, @Nullable Instant reviewAt, Seal seal) implements Entry {
    @Override
    public Kept sealed(String salt, Seal seal) {
      return new Kept(agreement, reviewAt, seal);
    }
  }

  /// @param slots those of both, after one changed their own
  record SlotsChanged(UUID agreement, List<Slot> slots, Seal seal) implements Entry {
    @Override
    public SlotsChanged sealed(String salt, Seal seal) {
      return new SlotsChanged(agreement, slots, seal);
    }
  }

  /// Tells each of the two, for themselves.
  record ReviewDue(UUID agreement) implements AgreementEvent {}

  /// For the one who is reminded alone, as all that follows.
  record RemindSet(
      UUID agreement, @Words(300) String words, List<LocalTime> times, List<Weekday> weekdays)
      implements AgreementEvent {}

  record RemindPaused(UUID agreement, @Nullable Instant until) implements AgreementEvent {}

  record RemindResumed(UUID agreement) implements AgreementEvent {}

  record RemindStopped(UUID agreement) implements AgreementEvent {}

  /// The words stand with the reminder.
  record Reminded(UUID agreement) implements AgreementEvent {}

  /// The name on the wire.
  default String wire() {
    return switch (this) {
      case Proposed _ -> "agreement.proposed";
      case Changed _ -> "agreement.changed";
      case Agreed _ -> "agreement.agreed";
      case Withdrawn _ -> "agreement.withdrawn";
      case Kept _ -> "agreement.kept";
      case SlotsChanged _ -> "agreement.slotsChanged";
      case ReviewDue _ -> AgreementTimers.REVIEW_DUE;
      case RemindSet _ -> "agreement.remindSet";
      case RemindPaused _ -> "agreement.remindPaused";
      case RemindResumed _ -> "agreement.remindResumed";
      case RemindStopped _ -> "agreement.remindStopped";
      case Reminded _ -> AgreementTimers.REMINDED;
    };
  }

  default Fact fact() {
    return new Fact(this instanceof Entry ? Target.OURS : Target.MINE, wire(), (Record) this);
  }
}
