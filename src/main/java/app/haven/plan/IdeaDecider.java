package app.haven.plan;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.Refusal;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/// Joins the rules of the box of ideas with its rows.
@ApplicationScoped
class IdeaDecider implements Decider<IdeaCommand> {
  static final Map<String, Shape<IdeaCommand>> COMMANDS =
      Map.of(
          "idea.add", new Shape<>(IdeaCommand.Add.class, Scope.COUPLE),
          "idea.takeBack", new Shape<>(IdeaCommand.TakeBack.class, Scope.COUPLE));

  private final Ideas ideas;

  @Inject
  IdeaDecider(Ideas ideas) {
    this.ideas = ideas;
  }

  @Override
  public Map<String, Shape<IdeaCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Decision decide(Who who, IdeaCommand command, Instant now) {
    if (!(who instanceof Who.Paired pair)) throw new IllegalStateException("an idea for nobody");
    return switch (command) {
      case IdeaCommand.Add add -> add(pair, add, now);
      case IdeaCommand.TakeBack back -> takeBack(pair, back, now);
    };
  }

  private Decision add(Who.Paired who, IdeaCommand.Add add, Instant now) {
    var ours = who.couple().ours();
    if (ideas.of(ours, add.idea()).isPresent()) throw Idea.idTaken();
    Idea.mayBeAdded(ideas.last(ours, who.person()), ideas.standing(ours, who.person()), now);
    return Decision.of(
        new IdeaEvent.Added(add.idea(), add.words()).fact(),
        seqs -> ideas.persist(new IdeaRow(ours, add.idea(), who.person(), now, seqs.getFirst())));
  }

  private Decision takeBack(Who.Paired who, IdeaCommand.TakeBack back, Instant now) {
    var row = ideas.of(who.couple().ours(), back.idea()).orElseThrow(Refusal::notFound);
    if (!row.author().equals(who.person())) throw Refusal.notYours();
    if (row.takenBackAt() != null) return Decision.nothing();
    return Decision.of(new IdeaEvent.TakenBack(back.idea()).fact(), _ -> row.takenBack(now));
  }
}
