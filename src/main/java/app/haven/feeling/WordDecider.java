package app.haven.feeling;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/// Keeps own words for feelings at hand, and lets them go.
@ApplicationScoped
class WordDecider implements Decider<FeelingCommand.Word> {
  static final Map<String, Shape<FeelingCommand.Word>> COMMANDS =
      Map.of(
          "feeling.keepWord", new Shape<>(FeelingCommand.KeepWord.class, Scope.SELF),
          "feeling.dropWord", new Shape<>(FeelingCommand.DropWord.class, Scope.SELF));

  private final FeelingWords words;

  @Inject
  WordDecider(FeelingWords words) {
    this.words = words;
  }

  @Override
  public Map<String, Shape<FeelingCommand.Word>> commands() {
    return COMMANDS;
  }

  @Override
  public Decision decide(Who who, FeelingCommand.Word command, Instant now) {
    return switch (command) {
      case FeelingCommand.KeepWord keep -> keep(who.person(), keep);
      case FeelingCommand.DropWord drop -> drop(who.person(), drop);
    };
  }

  private Decision keep(PersonId owner, FeelingCommand.KeepWord keep) {
    var kept = new FeelingEvent.WordKept(keep.word(), keep.words());
    var row = words.of(owner, keep.word());
    if (row.isPresent()) {
      return Decision.of(kept.toFact(), seqs -> row.get().keptAgain(seqs.getFirst()));
    }
    if (words.all(owner).size() >= FeelingWords.MOST) throw FeelingRefusals.enoughWords();
    return Decision.of(
        kept.toFact(),
        seqs -> words.persist(new FeelingWordRow(owner, keep.word(), seqs.getFirst())));
  }

  private Decision drop(PersonId owner, FeelingCommand.DropWord drop) {
    var row = words.of(owner, drop.word()).orElseThrow(Refusal::notFound);
    return Decision.of(new FeelingEvent.WordDropped(drop.word()).toFact(), _ -> words.delete(row));
  }
}
