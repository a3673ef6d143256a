package app.haven.timeout;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.Partners;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Joins the rules of a draft with its rows.
@ApplicationScoped
class DraftDecider implements Decider<DraftCommand> {
  static final Map<String, Shape<DraftCommand>> COMMANDS =
      Map.of(
          "draft.keep", new Shape<>(DraftCommand.Keep.class, Scope.SELF),
          "draft.discard", new Shape<>(DraftCommand.Discard.class, Scope.SELF));

  private final Drafts drafts;
  private final Timeouts timeouts;
  private final Partners partners;

  @Inject
  DraftDecider(Drafts drafts, Timeouts timeouts, Partners partners) {
    this.drafts = drafts;
    this.timeouts = timeouts;
    this.partners = partners;
  }

  @Override
  public Map<String, Shape<DraftCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Decision decide(Who who, DraftCommand command, Instant now) {
    return switch (command) {
      case DraftCommand.Keep keep -> keep(who.person(), keep);
      case DraftCommand.Discard discard -> discard(who.person(), discard);
    };
  }

  private Decision keep(PersonId author, DraftCommand.Keep keep) {
    var kept = new DraftEvent.Kept(keep.draft(), keep.timeout(), keep.words());
    var row = drafts.of(author, keep.draft());
    if (row.isEmpty()) {
      if (!mayKnow(author, keep.timeout())) throw Refusal.notFound();
      return Decision.of(
          kept.fact(), seqs -> drafts.persist(new DraftRow(author, kept, seqs.getFirst())));
    }
    if (!row.get().timeout().equals(keep.timeout())) {
      throw Refusal.conflict(
          "This draft belongs to another time-out.",
          new Standing(keep.draft(), row.get().timeout()));
    }
    return Decision.of(kept.fact(), seqs -> row.get().keptAgain(seqs.getFirst()));
  }

  /// What a refusal shows of the draft that stands: no words.
  private record Standing(UUID draft, UUID timeout) {}

  /// A time-out of others looks the same as none.
  private boolean mayKnow(PersonId author, UUID timeout) {
    return partners
        .of(author)
        .map(pair -> new TimeoutRow.Key(pair.couple().ours(), timeout))
        .flatMap(timeouts::findByIdOptional)
        .isPresent();
  }

  private Decision discard(PersonId author, DraftCommand.Discard discard) {
    var row = drafts.of(author, discard.draft()).orElseThrow(Refusal::notFound);
    var discarded = new DraftEvent.Discarded(discard.draft());
    return Decision.of(discarded.fact(), _ -> drafts.delete(row));
  }
}
