package app.haven.agreement;

import app.haven.agreement.AgreementEvent.Changed;
import app.haven.agreement.AgreementEvent.Entry;
import app.haven.agreement.AgreementEvent.Proposed;
import app.haven.agreement.AgreementEvent.SlotsChanged;
import app.haven.agreement.AgreementEvent.Withdrawn;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules of an agreement. Pure.
///
/// A version comes into force by the other's yes to that very version and by nothing else: whoever
/// wrote it has said yes by writing. What holds goes on holding until then. Either ends it alone
/// and at once: an agreement that one can be kept in is none.
sealed interface Agreement {
  int MOST_WAITING = 5;

  /// Of each, so that neither uses up the other's.
  int MOST_VERSIONS = 30;

  Card card();

  /// The number of the newest version.
  int latest();

  /// What stays the same all through.
  record Card(UUID id, Kind kind, PersonId author, Instant proposedAt) {}

  /// What a refusal shows: where it stands, without its words.
  ///
  /// @param holds the version in force
  /// @param pending the version that waits
  record Standing(
      UUID agreement,
      Kind kind,
      State state,
      int latest,
      @Nullable Integer holds,
      @Nullable Integer pending) {}

  /// @param waiting how many proposals of this person wait already
  static Proposed propose(AgreementCommand.Propose wish, Moment moment, int waiting) {
    moment.mustFit(wish, wish.kind());
    moment.mayChange();
    if (waiting >= MOST_WAITING) throw AgreementRefusals.manyWait();
    moment.mustHaveRested();
    return Proposed.by(wish);
  }

  static Agreement begun(Proposed proposed, PersonId author, Instant now) {
    return new Waiting(
        new Card(proposed.agreement(), proposed.kind(), author, now),
        Pending.of(1, author, proposed, proposed.seal()));
  }

  /// What a command does to this agreement; empty where it was so already.
  default Optional<Entry> decide(AgreementCommand.Shared command, Moment moment) {
    return switch (command) {
      case AgreementCommand.Propose _ ->
          throw new IllegalArgumentException("not about one that stands");
      case AgreementCommand.Counter said -> {
        if (waiting().isEmpty()) throw standsStill();
        yield Optional.of(change(said, moment));
      }
      case AgreementCommand.Amend said -> {
        if (inForce().pending != null) throw AgreementRefusals.waits(standing());
        moment.mustHaveRested();
        yield Optional.of(change(said, moment));
      }
      case AgreementCommand.Consent said -> consent(said, moment.by());
      case AgreementCommand.Withdraw said -> withdraw(said.version());
      case AgreementCommand.Keep said -> keep(said.reviewAt(), moment);
      case AgreementCommand.MySlot said -> mySlots(said.slots(), moment);
    };
  }

  private Changed change(AgreementCommand.Change said, Moment moment) {
    moment.mustFit(said, card().kind());
    moment.mayChange();
    if (moment.wrote() >= MOST_VERSIONS) throw AgreementRefusals.manyVersions(standing());
    if (said.version() != latest() + 1) throw AgreementRefusals.moved(standing());
    return Changed.to(card().id(), said.version(), said);
  }

  private Optional<Entry> consent(AgreementCommand.Consent said, PersonId by) {
    if (this instanceof InForce it && it.holds == said.version()) return Optional.empty();
    var waits = waiting().orElseThrow(this::standsStill);
    if (waits.number() != said.version()) throw AgreementRefusals.moved(standing());
    if (waits.author().equals(by)) throw AgreementRefusals.forPartner();
    if (said.hash() != null && !said.hash().equals(waits.hash())) {
      throw AgreementRefusals.moved(standing());
    }
    return Optional.of(new AgreementEvent.Agreed(card().id(), waits.number(), Seal.NOT_YET));
  }

  /// Never refused to either of the two while there is something to end: no number, no hour and no
  /// word of the other is asked.
  private Optional<Entry> withdraw(@Nullable Integer version) {
    if (this instanceof Ended) return Optional.empty();
    if (version == null) {
      return Optional.of(new Withdrawn(card().id(), null, Seal.NOT_YET));
    }
    var waits = waiting().orElseThrow(this::standsStill);
    if (waits.number() != version) throw AgreementRefusals.moved(standing());
    return Optional.of(new Withdrawn(card().id(), version, Seal.NOT_YET));
  }

  private Optional<Entry> keep(@Nullable Instant next, Moment moment) {
    var due = inForce().reviewAt;
    if (due == null || due.isAfter(moment.now())) throw AgreementRefusals.notYetReview();
    moment.mustBeAhead(next);
    return Optional.of(new AgreementEvent.Kept(card().id(), next, Seal.NOT_YET));
  }

  /// One's own times alone. While another version waits, its yes would silently bring the old ones
  /// back.
  private Optional<Entry> mySlots(List<Slot> mine, Moment moment) {
    var me = moment.by().value();
    var holds = inForce();
    if (card().kind() != Kind.SPACE_PLAN) throw Refusal.invalid("agreement", "This has no times.");
    if (mine.stream().anyMatch(slot -> !slot.person().equals(me))) {
      throw AgreementRefusals.ownSlots();
    }
    var wrong = Wording.wrong(mine, moment.both());
    if (!wrong.isEmpty()) throw Refusal.invalid(wrong);
    if (holds.pending != null) throw AgreementRefusals.waits(standing());
    var others = holds.slots.stream().filter(slot -> !slot.person().equals(me));
    var slots = Stream.concat(others, mine.stream()).toList();
    if (slots.equals(holds.slots)) return Optional.empty();
    moment.mayChange();
    return Optional.of(new SlotsChanged(card().id(), slots, Seal.NOT_YET));
  }

  /// The version that waits for an answer.
  default Optional<Pending> waiting() {
    return switch (this) {
      case Waiting it -> Optional.of(it.pending);
      case InForce it -> Optional.ofNullable(it.pending);
      case Ended _ -> Optional.empty();
    };
  }

  /// Refused where it is not in force.
  default void mustHold() {
    inForce();
  }

  private InForce inForce() {
    if (this instanceof InForce it) return it;
    throw this instanceof Ended
        ? AgreementRefusals.over(standing())
        : AgreementRefusals.notInForce(standing());
  }

  private Refusal standsStill() {
    return this instanceof Ended
        ? AgreementRefusals.over(standing())
        : AgreementRefusals.nothingWaits(standing());
  }

  default Agreement after(Entry entry, PersonId by) {
    return switch (entry) {
      case Proposed _ -> this;
      case Changed it -> with(Pending.of(it.version(), by, it, it.seal()));
      case AgreementEvent.Agreed _ -> {
        var said = waiting().orElseThrow();
        yield new InForce(card(), latest(), said.number(), said.slots(), said.reviewAt(), null);
      }
      case Withdrawn it ->
          it.version() != null && this instanceof InForce holds
              ? holds.waitingFor(null)
              : new Ended(card(), latest());
      case AgreementEvent.Kept it -> {
        var holds = inForce();
        yield new InForce(card(), latest(), holds.holds, holds.slots, it.reviewAt(), holds.pending);
      }
      case SlotsChanged it -> {
        var holds = inForce();
        yield new InForce(card(), latest(), holds.holds, it.slots(), holds.reviewAt, null);
      }
    };
  }

  private Agreement with(Pending version) {
    return switch (this) {
      case Waiting _ -> new Waiting(card(), version);
      case InForce holds -> holds.waitingFor(version);
      case Ended _ -> this;
    };
  }

  default Standing standing() {
    return switch (this) {
      case Waiting it -> standing(State.PROPOSED, null, it.pending);
      case InForce it -> standing(State.IN_FORCE, it.holds, it.pending);
      case Ended _ -> standing(State.ENDED, null, null);
    };
  }

  private Standing standing(State state, @Nullable Integer holds, @Nullable Pending pending) {
    return new Standing(
        card().id(),
        card().kind(),
        state,
        latest(),
        holds,
        pending == null ? null : pending.number());
  }

  record Waiting(Card card, Pending pending) implements Agreement {
    @Override
    public int latest() {
      return pending.number();
    }
  }

  /// @param holds the number of the version both said yes to
  /// @param slots in a space plan, as they are now
  /// @param pending a new version that waits while this one holds
  record InForce(
      Card card,
      int latest,
      int holds,
      List<Slot> slots,
      @Nullable Instant reviewAt,
      @Nullable Pending pending)
      implements Agreement {
    InForce waitingFor(@Nullable Pending version) {
      int newest = version == null ? latest : version.number();
      return new InForce(card, newest, holds, slots, reviewAt, version);
    }
  }

  record Ended(Card card, int latest) implements Agreement {}
}
