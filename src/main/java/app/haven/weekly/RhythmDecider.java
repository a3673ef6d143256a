package app.haven.weekly;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Joins the rules of the day and the time with their rows, and opens each week's check-in.
@ApplicationScoped
class RhythmDecider implements Decider<RhythmCommand> {
  static final String OPENED = "weekly.opened";
  static final Map<String, Shape<RhythmCommand>> COMMANDS =
      Map.of(
          "rhythm.propose", new Shape<>(RhythmCommand.Propose.class, Scope.COUPLE),
          "rhythm.agree", new Shape<>(RhythmCommand.Agree.class, Scope.COUPLE),
          "rhythm.stop", new Shape<>(RhythmCommand.Stop.class, Scope.COUPLE));

  private final Rhythms rhythms;
  private final Weeklies weeklies;

  @Inject
  RhythmDecider(Rhythms rhythms, Weeklies weeklies) {
    this.rhythms = rhythms;
    this.weeklies = weeklies;
  }

  @Override
  public Map<String, Shape<RhythmCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return Set.of(OPENED);
  }

  @Override
  public Decision decide(Who who, RhythmCommand command, Instant now) {
    if (!(who instanceof Who.Paired pair)) {
      throw new IllegalStateException("a rhythm without a couple");
    }
    return switch (command) {
      case RhythmCommand.Propose wish -> propose(pair, wish, now);
      case RhythmCommand.Agree(var id) -> agree(pair, id, now);
      case RhythmCommand.Stop(var id) -> stop(pair, id, now);
    };
  }

  private Decision propose(Who.Paired who, RhythmCommand.Propose wish, Instant now) {
    var ours = who.couple().ours();
    if (rhythms.of(ours, wish.rhythm()).isPresent()) throw WeeklyRefusals.rhythmIdTaken();
    var rhythm = new Rhythm(wish.rhythm(), wish.weekday(), wish.time(), wish.zone(), wish.form());
    var before = rhythms.proposed(ours);
    var proposal =
        arrangement(ours).propose(rhythm, who.person(), rhythms.last(ours, who.person()), now);
    return Decision.of(
        proposed(rhythm).fact(),
        _ -> {
          before.ifPresent(row -> row.end(now));
          rhythms.flush();
          rhythms.persist(new RhythmRow(ours, proposal, now));
        });
  }

  private Rhythm.Arrangement arrangement(StreamId ours) {
    return new Rhythm.Arrangement(
        rhythms.agreed(ours).map(RhythmRow::rhythm),
        rhythms.proposed(ours).map(RhythmRow::proposal));
  }

  private static RhythmEvent.Proposed proposed(Rhythm rhythm) {
    return new RhythmEvent.Proposed(
        rhythm.id(), rhythm.weekday(), rhythm.time(), rhythm.zone(), rhythm.form());
  }

  private Decision agree(Who.Paired who, UUID id, Instant now) {
    var ours = who.couple().ours();
    var before = rhythms.agreed(ours);
    return arrangement(ours)
        .agree(id, who.person())
        .map(rhythm -> {
          var next = rhythm.next(now);
          var agreed =
              new RhythmEvent.Agreed(
                  id, rhythm.weekday(), rhythm.time(), rhythm.zone(), rhythm.form());
          return Decision.of(
                  agreed.fact(),
                  _ -> {
                    before.ifPresent(row -> row.end(now));
                    rhythms.flush();
                    rhythms.of(ours, id).orElseThrow().agree(now);
                  })
              .setting(List.of(opens(ours, id, next)))
              .dropping(before.map(row -> key(ours, row.rhythm().id())).stream().toList());
        })
        .orElseGet(Decision::nothing);
  }

  private static Timer opens(StreamId ours, UUID rhythm, Instant at) {
    return new Timer(ours, OPENED, rhythm, at.minus(Rhythm.AHEAD));
  }

  private static Timer.Key key(StreamId ours, UUID rhythm) {
    return new Timer.Key(ours, OPENED, rhythm);
  }

  /// What is open already stays open.
  private Decision stop(Who.Paired who, UUID id, Instant now) {
    var ours = who.couple().ours();
    var row = rhythms.of(ours, id).orElseThrow(Refusal::notFound);
    if (!arrangement(ours).stops(id)) throw WeeklyRefusals.standsNoMore();
    return Decision.of(new RhythmEvent.Stopped(id).fact(), _ -> row.end(now))
        .dropping(List.of(key(ours, id)));
  }

  /// Where one is open still, was left out already, or is over after an outage, the next one opens
  /// at its time.
  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    var ours = timer.stream();
    var rhythm = rhythms.of(ours, timer.thing()).orElseThrow().rhythm();
    var at = rhythm.next(timer.at());
    var next = rhythm.next(at.isAfter(now) ? at : now);
    var id = Weekly.id(ours, at);
    boolean over = !at.plus(Weekly.WAITS).isAfter(now) || weeklies.of(ours, id).isPresent();
    if (over || weeklies.open(ours).isPresent()) {
      return Decision.nothing().setting(List.of(opens(ours, rhythm.id(), next)));
    }
    var card = new Weekly.Card(id, at, rhythm.form(), now);
    var opened = new WeeklyEvent.Opened(card.id(), rhythm.id(), at, rhythm.form());
    return Decision.of(
            opened.fact(), seqs -> weeklies.persist(new WeeklyRow(ours, card, seqs.getFirst())))
        .setting(
            List.of(opens(ours, rhythm.id(), next), WeeklyDecider.passes(ours, card.id(), at)));
  }
}
