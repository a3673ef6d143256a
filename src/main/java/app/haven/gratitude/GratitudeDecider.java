package app.haven.gratitude;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.EventLog;
import app.haven.kernel.Refusal;
import app.haven.kernel.StreamId;
import app.haven.kernel.Target;
import app.haven.kernel.Who;
import app.haven.kernel.WordsErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Joins the rules of the gratitude lists with their rows.
@ApplicationScoped
class GratitudeDecider implements Decider<GratitudeCommand> {
  static final Map<String, Shape<GratitudeCommand>> COMMANDS =
      Map.of(
          "gratitude.add", new Shape<>(GratitudeCommand.Add.class, Scope.EITHER),
          "gratitude.thank", new Shape<>(GratitudeCommand.Thank.class, Scope.COUPLE),
          "gratitude.edit", new Shape<>(GratitudeCommand.Edit.class, Scope.EITHER),
          "gratitude.pin", new Shape<>(GratitudeCommand.Pin.class, Scope.EITHER),
          "gratitude.unpin", new Shape<>(GratitudeCommand.Unpin.class, Scope.EITHER),
          "gratitude.erase", new Shape<>(GratitudeCommand.Erase.class, Scope.EITHER));

  private final Gratitudes gratitudes;
  private final EventLog log;

  @Inject
  GratitudeDecider(Gratitudes gratitudes, EventLog log) {
    this.gratitudes = gratitudes;
    this.log = log;
  }

  @Override
  public Map<String, Shape<GratitudeCommand>> commands() {
    return COMMANDS;
  }

  /// With the couple the command is about the shared list, without about the own one: whoever is
  /// not in the stream does not find the entry.
  @Override
  public Decision decide(Who who, GratitudeCommand command, Instant now) {
    return switch (command) {
      case GratitudeCommand.Add add -> add(who, add, now);
      case GratitudeCommand.Change change -> change(who, change, now);
      case GratitudeCommand.Erase erase -> erase(who, erase);
    };
  }

  private static StreamId list(Who who) {
    return switch (who) {
      case Who.Solo alone -> alone.person().mine();
      case Who.Paired pair -> pair.couple().ours();
    };
  }

  private static Target target(Who who) {
    return who instanceof Who.Paired ? Target.OURS : Target.MINE;
  }

  private Decision add(Who who, GratitudeCommand.Add add, Instant now) {
    var list = list(who);
    boolean shared = who instanceof Who.Paired;
    var added =
        Gratitude.add(
            add,
            shared,
            gratitudes.of(list, add.gratitude()).map(GratitudeRow::state),
            shared ? gratitudes.last(list, who.person()) : List.of(),
            now);
    var begun = Gratitude.begun(add.gratitude(), who.person());
    return Decision.of(
        added.fact(target(who)),
        seqs -> gratitudes.persist(new GratitudeRow(list, begun, now, seqs.getFirst())));
  }

  private Decision change(Who who, GratitudeCommand.Change command, Instant now) {
    var row = row(who, command);
    var before = row.state();
    var event = before.decide(command, who.person(), now);
    if (event.isEmpty()) return again(row, command);
    var after = before.after(event.get());
    return Decision.of(
        event.get().fact(target(who)), seqs -> row.remember(after, event.get(), seqs.getFirst()));
  }

  private GratitudeRow row(Who who, GratitudeCommand command) {
    return gratitudes.of(list(who), command.gratitude()).orElseThrow(Refusal::notFound);
  }

  /// Saying the same once more is fine; other words would be lost without a word.
  private Decision again(GratitudeRow row, GratitudeCommand.Change command) {
    if (command instanceof GratitudeCommand.Thank thank && thank.words() != null) {
      var seq = Objects.requireNonNull(row.thankedSeq());
      var first = log.at(row.stream(), List.of(seq)).get(seq);
      if (first == null || !thank.words().equals(first.data().path("words").textValue())) {
        throw GratitudeRefusals.thankedOtherwise(row.state().standing());
      }
    }
    return Decision.nothing();
  }

  private Decision erase(Who who, GratitudeCommand.Erase erase) {
    var row = row(who, erase);
    var part = row.state().erase(who.person());
    if (part.isEmpty()) return Decision.nothing();
    var after = row.state().without(part.get());
    return Decision.erasing(
        target(who),
        new WordsErased("gratitude", erase.gratitude()),
        row.holding(part.get()),
        _ -> row.set(after));
  }
}
