package app.haven.feeling;

import app.haven.feeling.FeelingCommand.Answer;
import app.haven.feeling.FeelingCommand.Share;
import app.haven.feeling.FeelingCommand.Told;
import app.haven.feeling.FeelingCommand.Unshare;
import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.Refusal;
import app.haven.kernel.Target;
import app.haven.kernel.Who;
import app.haven.kernel.WordsErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/// Joins the rules of sharing how one was with their rows.
@ApplicationScoped
class SharedMomentDecider implements Decider<Told> {
  static final Map<String, Shape<Told>> COMMANDS =
      Map.of(
          "feeling.share", new Shape<>(Share.class, Scope.COUPLE),
          "feeling.answer", new Shape<>(Answer.class, Scope.COUPLE),
          "feeling.unshare", new Shape<>(Unshare.class, Scope.COUPLE));

  private final Moments moments;
  private final SharedMoments shared;

  @Inject
  SharedMomentDecider(Moments moments, SharedMoments shared) {
    this.moments = moments;
    this.shared = shared;
  }

  @Override
  public Map<String, Shape<Told>> commands() {
    return COMMANDS;
  }

  @Override
  public Decision decide(Who who, Told command, Instant now) {
    if (!(who instanceof Who.Paired pair)) throw new IllegalStateException("shared with nobody");
    return switch (command) {
      case Share share -> share(pair, share, now);
      case Answer answer -> answer(pair, answer);
      case Unshare unshare -> unshare(pair, unshare);
    };
  }

  /// Only what is one's own and stands: the other's moments do not exist, shared or not. The words
  /// are those of the command and not the kept ones: what goes is what the preview showed.
  private Decision share(Who.Paired who, Share wish, Instant now) {
    if (moments.standing(who.person(), wish.moment()).isEmpty()) throw Refusal.notFound();
    var ours = who.couple().ours();
    var sameId = shared.of(ours, wish.moment()).map(SharedMomentRow::state);
    var event = SharedMoment.share(wish, sameId, shared.last(ours, who.person()), now);
    var begun = SharedMoment.begun(wish.moment(), who.person());
    return Decision.of(
        event.toFact(),
        seqs -> shared.persist(new SharedMomentRow(ours, begun, now, seqs.getFirst())));
  }

  private Decision answer(Who.Paired who, Answer said) {
    var row = row(who, said);
    var event = row.state().answer(said, who.person());
    var after = row.state().after(event);
    return Decision.of(event.toFact(), seqs -> row.answered(after, seqs.getFirst()));
  }

  private SharedMomentRow row(Who.Paired who, Told command) {
    return shared.of(who.couple().ours(), command.moment()).orElseThrow(Refusal::notFound);
  }

  private Decision unshare(Who.Paired who, Unshare unshare) {
    var row = row(who, unshare);
    var part = row.state().unshare(who.person());
    if (part.isEmpty()) return Decision.nothing();
    var after = row.state().without(part.get());
    return Decision.erasing(
        Target.OURS,
        new WordsErased("moment", unshare.moment()),
        row.holding(part.get()),
        _ -> row.set(after));
  }
}
