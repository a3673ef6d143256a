package app.haven.weekly;

import static java.util.Map.entry;

import app.haven.kernel.Blind;
import app.haven.kernel.BlindThing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.StreamId;
import app.haven.kernel.Target;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import app.haven.kernel.WordsErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Joins the rules of a week's check-in with its rows and what each keeps blind.
@ApplicationScoped
class WeeklyDecider implements Decider<WeeklyCommand> {
  static final String PASSED = "weekly.passed";
  static final Map<String, Shape<WeeklyCommand>> COMMANDS =
      Map.ofEntries(
          entry("weekly.keep", new Shape<>(WeeklyCommand.Keep.class, Scope.SELF)),
          entry("weekly.discard", new Shape<>(WeeklyCommand.Discard.class, Scope.SELF)),
          entry("weekly.ready", new Shape<>(WeeklyCommand.Ready.class, Scope.SELF)),
          entry("weekly.notReady", new Shape<>(WeeklyCommand.NotReady.class, Scope.SELF)),
          entry("weekly.skip", new Shape<>(WeeklyCommand.Skip.class, Scope.COUPLE)),
          entry("weekly.speak", new Shape<>(WeeklyCommand.Speak.class, Scope.COUPLE)),
          entry("weekly.pass", new Shape<>(WeeklyCommand.Pass.class, Scope.COUPLE)),
          entry("weekly.note", new Shape<>(WeeklyCommand.Note.class, Scope.COUPLE)),
          entry("weekly.decide", new Shape<>(WeeklyCommand.Decide.class, Scope.COUPLE)),
          entry("weekly.close", new Shape<>(WeeklyCommand.Close.class, Scope.COUPLE)),
          entry("weekly.erase", new Shape<>(WeeklyCommand.Erase.class, Scope.COUPLE)));

  private final Weeklies weeklies;
  private final Items items;
  private final Blind blind;

  @Inject
  WeeklyDecider(Weeklies weeklies, Items items, Blind blind) {
    this.weeklies = weeklies;
    this.items = items;
    this.blind = blind;
  }

  @Override
  public Map<String, Shape<WeeklyCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    var kinds = new HashSet<>(BlindThing.timers(Weekly.KIND));
    kinds.add(PASSED);
    return kinds;
  }

  /// The timer that ends a week nobody closed.
  static Timer passes(StreamId ours, UUID weekly, Instant at) {
    return new Timer(ours, PASSED, weekly, at.plus(Weekly.WAITS));
  }

  @Override
  public Decision decide(Who who, WeeklyCommand command, Instant now) {
    return switch (command) {
      case WeeklyCommand.Keep keep -> keep(who.person(), keep);
      case WeeklyCommand.Discard(var id) ->
          blind.discard(who.person(), Weekly.KIND, id, new WeeklyEvent.Discarded(id).fact());
      case WeeklyCommand.Ready(var id, var couple) -> ready(who.person(), id, couple, now);
      case WeeklyCommand.NotReady(var id, var couple) ->
          blind.notReady(
              who.person(),
              open(who.person(), couple, id),
              new WeeklyEvent.ReadyChanged(id, false).fact());
      case WeeklyCommand.Note(var id, var note, var version, var words) ->
          write(pair(who), id, note, false, version, words);
      case WeeklyCommand.Decide(var id, var decision, var version, var words) ->
          write(pair(who), id, decision, true, version, words);
      case WeeklyCommand.Erase erase -> erase(pair(who), erase);
      default -> change(pair(who), command, now);
    };
  }

  private static Who.Paired pair(Who who) {
    if (who instanceof Who.Paired pair) return pair;
    throw new IllegalStateException("a weekly check-in without a couple");
  }

  private Decision keep(PersonId author, WeeklyCommand.Keep keep) {
    var thing = open(author, keep.couple(), keep.weekly());
    if (keep.needs() != null) Item.check(keep.needs());
    var kept =
        new WeeklyEvent.Kept(
            keep.weekly(),
            keep.couple(),
            keep.appreciations(),
            keep.wentWell(),
            keep.needs(),
            keep.hardThing(),
            keep.offer(),
            keep.together());
    return blind.keep(author, thing, kept.fact());
  }

  /// The check-in of this person's couple, as long as answers are kept for it.
  private BlindThing open(PersonId author, UUID couple, UUID weekly) {
    var thing = blind.of(author, couple, Weekly.KIND, weekly);
    weeklies.of(thing.couple().ours(), weekly).orElseThrow(Refusal::notFound).state().mustBeOpen();
    return thing;
  }

  private Decision ready(PersonId author, UUID weekly, UUID couple, Instant now) {
    var thing = open(author, couple, weekly);
    blind
        .own(author, Weekly.KIND, weekly)
        .ifPresent(own -> {
          if (!Answers.of(own.kept().data()).saySomething()) throw WeeklyRefusals.nothingSaid();
        });
    return blind.ready(author, thing, new WeeklyEvent.ReadyChanged(weekly, true).fact(), now);
  }

  private Decision write(
      Who.Paired who, UUID weekly, UUID id, boolean decision, int read, String words) {
    var ours = who.couple().ours();
    shared(who, weekly).state().talk();
    var row = items.of(ours, id);
    var by = who.person();
    var before =
        new Item.Before(
            row.map(ItemRow::item),
            row.map(stands -> stands.wrote(by)).orElse(0),
            items.count(ours, weekly, decision, by));
    int version = Item.write(weekly, decision, read, before);
    var event =
        decision
            ? new WeeklyEvent.Decided(weekly, id, version, words)
            : new WeeklyEvent.Noted(weekly, id, version, words);
    return Decision.of(
        event.fact(),
        seqs -> {
          var written = row.orElseGet(() -> new ItemRow(ours, id, weekly, decision));
          written.write(by, seqs.getFirst());
          if (row.isEmpty()) items.persist(written);
        });
  }

  private WeeklyRow shared(Who.Paired who, UUID weekly) {
    return weeklies.of(who.couple().ours(), weekly).orElseThrow(Refusal::notFound);
  }

  private Decision change(Who.Paired who, WeeklyCommand command, Instant now) {
    var row = shared(who, command.weekly());
    var by = who.person();
    Optional<WeeklyEvent> event =
        switch (command) {
          case WeeklyCommand.Skip _ -> row.state().skip();
          case WeeklyCommand.Close _ -> row.state().close();
          case WeeklyCommand.Speak _ -> row.state().talk().speak(by, now);
          case WeeklyCommand.Pass _ -> row.state().talk().pass(by, who.partner());
          default -> throw new IllegalArgumentException("not a step of the talk");
        };
    return event
        .map(happened -> changed(row, happened, List.of(by, who.partner()), now))
        .orElseGet(Decision::nothing);
  }

  /// Where a week ends before it is revealed, what either keeps is put away in the same way whether
  /// or not they keep anything.
  private static Decision changed(
      WeeklyRow row, WeeklyEvent event, List<PersonId> people, Instant now) {
    var before = row.state();
    var decision = Decision.of(event.fact(), seqs -> row.remember(event, now, seqs.getFirst()));
    if (!(before.after(event, now) instanceof Weekly.Ended)) return decision;
    var thing = new BlindThing(new CoupleId(row.stream().value()), Weekly.KIND, row.id());
    var clearing = before instanceof Weekly.Open ? thing.clearing(people, now) : List.<Timer>of();
    return decision
        .setting(clearing)
        .dropping(List.of(new Timer.Key(row.stream(), PASSED, row.id())));
  }

  /// Of the answers, the notes and the decisions, also once it is closed.
  private Decision erase(Who.Paired who, WeeklyCommand.Erase erase) {
    var row = shared(who, erase.weekly());
    var noted =
        items.of(row.stream(), List.of(row.id())).stream()
            .flatMapToLong(item -> item.seqsOf(who.person()));
    var answers = Stream.ofNullable(row.revealedSeq()).mapToLong(Long::longValue);
    long until = row.erasedUntil(who.person());
    var seqs = LongStream.concat(answers, noted).filter(seq -> seq > until).boxed().toList();
    if (seqs.isEmpty()) return Decision.nothing();
    var trace = new WordsErased(Weekly.KIND, row.id());
    return Decision.erasing(
        Target.OURS, trace, seqs, written -> row.erase(who.person(), written.getFirst()));
  }

  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    if (timer.kind().equals(BlindThing.cleared(Weekly.KIND))) {
      return blind.clear(timer, Weekly.KIND, new WeeklyEvent.Cleared(timer.thing()).fact());
    }
    var found = weeklies.of(timer.stream(), timer.thing());
    if (timer.kind().equals(PASSED)) {
      return found
          .flatMap(row -> row.state().pass().map(event -> changed(row, event, readers, now)))
          .orElseGet(Decision::nothing);
    }
    return found
        .filter(row -> row.state() instanceof Weekly.Open)
        .map(row -> blind.fire(timer, Weekly.KIND, readers, now, both -> reveal(row, both, now)))
        .orElseGet(Decision::nothing);
  }

  private static Decision reveal(WeeklyRow row, List<Blind.Answer> both, Instant now) {
    var answers = both.stream().map(one -> Answers.of(one.kept().data()).of(one.author())).toList();
    var revealed = new WeeklyEvent.Revealed(row.id(), answers);
    var until = row.state().card().at().plus(Weekly.TALK);
    return Decision.of(revealed.fact(), seqs -> row.remember(revealed, now, seqs.getFirst()))
        .setting(List.of(new Timer(row.stream(), PASSED, row.id(), until)));
  }
}
