package app.haven.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Answering without seeing the other's answer. What a decider needs for a thing of its kind `x`:
///
/// - `x.keep`, `x.discard`, `x.ready`, `x.notReady` are `SELF`, name the thing and its couple in
///   their data, and become `x.kept`, `x.discarded` and `x.readyChanged` on the author's `mine`.
///   First [#of] (is this their couple?), then the feature's own look at the thing (is it there, is
///   it open?), then [#keep] or one of the others.
/// - Two timers, [BlindThing#timers]: `x.revealed` on `ours` goes to [#fire], `x.cleared` on `mine`
///   goes to [#clear].
/// - The event `x.revealed` holds a `List` of a [Part] named `answers`.
///
/// Until it is revealed, nothing that the partner can read changes: no row, number, time or answer.
/// So *ready* looks at the author's own row alone and always sets the timer that looks at both: it
/// answers the same whatever the other did.
@ApplicationScoped
public class Blind {
  private static final Duration A_MOMENT = Duration.ofMillis(100);

  private final BlindRows rows;
  private final Partners partners;
  private final EventLog log;

  @Inject
  public Blind(BlindRows rows, Partners partners, EventLog log) {
    this.rows = rows;
    this.partners = partners;
    this.log = log;
  }

  /// What somebody keeps, as they alone read it.
  ///
  /// @param kept the event on `mine` with the words; the thing's number for lists is its `seq`
  public record Own(BlindThing thing, boolean ready, Event kept) {}

  /// What one of the two said when both were ready.
  ///
  /// @param kept the event on their `mine`
  public record Answer(PersonId author, Event kept) {
    /// Null where nothing was said there.
    public @Nullable String words(String field) {
      return kept.data().path(field).textValue();
    }
  }

  /// Both answers, in the order of the stream's readers, become one event.
  @FunctionalInterface
  public interface Revealing {
    Decision reveal(List<Answer> both);
  }

  /// Before anything is looked up: who guesses ids of others learns nothing.
  ///
  /// @throws Refusal `not-paired` where this is not their couple at this moment
  public BlindThing of(PersonId author, UUID couple, String kind, UUID id) {
    var named = new CoupleId(couple);
    boolean theirs = partners.of(author).filter(pair -> pair.couple().equals(named)).isPresent();
    if (!theirs) throw Refusal.notPaired();
    return new BlindThing(named, kind, id);
  }

  /// Replaces what was kept before.
  ///
  /// @param kept the event on `mine` that holds the words
  /// @throws Refusal `conflict` after *ready*: half a sentence must not be what is revealed
  public Decision keep(PersonId author, BlindThing thing, Fact kept) {
    rows.hold(author, thing.kind(), thing.id())
        .ifPresent(row -> {
          mayChange(row, thing);
          if (row.ready()) throw BlindRefusals.saidReady();
        });
    return Decision.of(kept, seqs -> rows.keep(author, thing, seqs.getFirst()));
  }

  private static void mayChange(BlindRow row, BlindThing thing) {
    if (!row.couple().equals(thing.couple())) throw BlindRefusals.idTaken();
    if (row.revealed()) throw BlindRefusals.revealed();
  }

  /// Said once more it changes nothing, and looks once more.
  ///
  /// @param said the event on `mine`
  /// @throws Refusal `not-found` where nothing was kept
  public Decision ready(PersonId author, BlindThing thing, Fact said, Instant now) {
    var row = rows.hold(author, thing.kind(), thing.id()).orElseThrow(Refusal::notFound);
    mayChange(row, thing);
    var decision =
        row.ready()
            ? Decision.nothing()
            : Decision.of(said, _ -> rows.setReady(author, thing, true));
    return decision.setting(List.of(thing.looks(now)));
  }

  /// Takes *ready* back. The timer stays and will find nothing.
  public Decision notReady(PersonId author, BlindThing thing, Fact said) {
    var row = rows.hold(author, thing.kind(), thing.id()).orElseThrow(Refusal::notFound);
    mayChange(row, thing);
    if (!row.ready()) return Decision.nothing();
    return Decision.of(said, _ -> rows.setReady(author, thing, false));
  }

  /// Also what was kept for a space that is closed.
  public Decision discard(PersonId author, String kind, UUID thing, Fact discarded) {
    var row = rows.hold(author, kind, thing).orElseThrow(Refusal::notFound);
    if (row.revealed()) throw BlindRefusals.revealed();
    return Decision.of(discarded, _ -> rows.remove(author, kind, thing));
  }

  /// What the timer `x.revealed` does: nothing unless both are ready. The feature has looked that
  /// the thing stands and is open.
  ///
  /// @param readers of `ours`
  public Decision fire(
      Timer timer, String kind, List<PersonId> readers, Instant now, Revealing revealing) {
    var thing = new BlindThing(new CoupleId(timer.stream().value()), kind, timer.thing());
    if (!ready(rows.both(thing), readers)) return Decision.nothing();
    var held = rows.holdBoth(thing);
    // One of them writes at this very moment: look again when that is done.
    if (!ready(held, readers)) {
      return Decision.nothing().setting(List.of(thing.looks(now.plus(A_MOMENT))));
    }
    var decision = revealing.reveal(answers(held, readers));
    var timers = new ArrayList<>(decision.set());
    timers.addAll(thing.clearing(readers, now));
    return decision.setting(timers).also(_ -> rows.setRevealed(thing));
  }

  private static boolean ready(List<BlindRow> found, List<PersonId> readers) {
    return readers.stream()
        .allMatch(
            reader -> found.stream().anyMatch(row -> row.author().equals(reader) && row.waits()));
  }

  private List<Answer> answers(List<BlindRow> held, List<PersonId> readers) {
    var answers = new ArrayList<Answer>();
    for (var reader : readers) {
      for (var row : held) {
        if (row.author().equals(reader)) answers.add(new Answer(reader, kept(row)));
      }
    }
    return answers;
  }

  private Event kept(BlindRow row) {
    var found = log.at(row.author().mine(), List.of(row.keptSeq())).get(row.keptSeq());
    return Objects.requireNonNull(found, "what was kept stands in the log");
  }

  /// What the timer `x.cleared` does on the author's `mine`.
  ///
  /// @param told the event that tells them
  public Decision clear(Timer timer, String kind, Fact told) {
    var author = new PersonId(timer.stream().value());
    if (rows.hold(author, kind, timer.thing()).isEmpty()) return Decision.nothing();
    return Decision.of(told, _ -> rows.remove(author, kind, timer.thing()));
  }

  /// One's own for a thing, as it stands.
  public Optional<Own> own(PersonId author, String kind, UUID thing) {
    return rows.of(author, kind, thing).map(row -> own(row, kept(row)));
  }

  /// All of one's own of a kind, the one kept last first: for the snapshot.
  public List<Own> own(PersonId author, String kind) {
    return own(author, kind, new Page.Asked(Integer.MAX_VALUE - 1, Long.MAX_VALUE));
  }

  /// A page of them, by the number of the event in which they were kept.
  public List<Own> own(PersonId author, String kind, Page.Asked asked) {
    var found = rows.page(author, kind, asked);
    var events = log.at(author.mine(), found.stream().map(BlindRow::keptSeq).toList());
    return found.stream()
        .filter(row -> events.containsKey(row.keptSeq()))
        .map(row -> own(row, Objects.requireNonNull(events.get(row.keptSeq()))))
        .toList();
  }

  private static Own own(BlindRow row, Event kept) {
    return new Own(new BlindThing(row.couple(), row.kind(), row.thing()), row.ready(), kept);
  }
}
