package app.haven.bid;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.EventLog;
import app.haven.kernel.Partners;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Joins the rules of notes with their rows and timers.
@ApplicationScoped
class NoteDecider implements Decider<NoteCommand> {
  static final Map<String, Shape<NoteCommand>> COMMANDS =
      Map.of(
          "note.send", new Shape<>(NoteCommand.Send.class, Scope.COUPLE),
          "note.plan", new Shape<>(NoteCommand.Plan.class, Scope.SELF),
          "note.cancel", new Shape<>(NoteCommand.Cancel.class, Scope.SELF));

  private final Notes notes;
  private final PlannedNotes planned;
  private final Partners partners;
  private final EventLog log;

  @Inject
  NoteDecider(Notes notes, PlannedNotes planned, Partners partners, EventLog log) {
    this.notes = notes;
    this.planned = planned;
    this.partners = partners;
    this.log = log;
  }

  @Override
  public Map<String, Shape<NoteCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return Set.of(Note.SENT, Note.PASSED_ON);
  }

  @Override
  public void preload(Collection<Asked<NoteCommand>> asked, Collection<Timer> timers) {
    var ids = new HashSet<UUID>();
    for (var one : asked) ids.add(one.command().note());
    for (var timer : timers) {
      if (timer.kind().equals(Note.SENT)) ids.add(timer.thing());
    }
    planned.hold(ids);
  }

  @Override
  public Decision decide(Who who, NoteCommand command, Instant now) {
    return switch (command) {
      case NoteCommand.Send send -> send(who, send, now);
      case NoteCommand.Plan plan -> plan(who.person(), plan, now);
      case NoteCommand.Cancel cancel -> cancel(who.person(), cancel);
    };
  }

  private Decision send(Who who, NoteCommand.Send send, Instant now) {
    if (!(who instanceof Who.Paired pair)) throw new IllegalStateException("a note to nobody");
    var ours = pair.couple().ours();
    boolean taken =
        planned.heldOf(pair.person(), send.note()).isPresent() || notes.knows(ours, send.note());
    if (taken) throw Note.idTaken();
    Note.mayBeSent(notes.last(ours, pair.person()), now);
    return Decision.of(
        new NoteEvent.Sent(send.note(), send.words()).fact(),
        seqs -> notes.add(new NoteRow(ours, send.note(), pair.person(), now, seqs.getFirst())));
  }

  private Decision plan(PersonId author, NoteCommand.Plan plan, Instant now) {
    var couple = new CoupleId(plan.couple());
    boolean theirs = partners.of(author).filter(pair -> pair.couple().equals(couple)).isPresent();
    if (!theirs) throw Refusal.notPaired();
    boolean taken =
        planned.heldOf(author, plan.note()).isPresent() || notes.knows(couple.ours(), plan.note());
    if (taken) throw Note.idTaken();
    Note.mayBePlanned(plan.at(), planned.times(author), notes.last(couple.ours(), author), now);
    var event = new NoteEvent.Planned(plan.note(), plan.couple(), plan.words(), plan.at());
    return Decision.of(
            event.fact(), seqs -> planned.add(new PlannedNoteRow(author, event, seqs.getFirst())))
        .setting(List.of(Note.goesOut(couple.ours(), plan.note(), plan.at())));
  }

  /// Its timer stays and will find nothing: whoever fires it holds the timer's row and waits for
  /// this one, and would wait for ever if this waited for the timer.
  private Decision cancel(PersonId author, NoteCommand.Cancel cancel) {
    var row = planned.heldOf(author, cancel.note()).orElseThrow(Refusal::notFound);
    return Decision.of(new NoteEvent.Cancelled(cancel.note()).fact(), _ -> planned.remove(row));
  }

  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    if (timer.kind().equals(Note.PASSED_ON)) {
      return Decision.of(new NoteEvent.PassedOn(timer.thing()).fact(), _ -> {});
    }
    var row = planned.heldFor(timer.stream(), timer.thing());
    var words = row.map(this::words).orElse(null);
    if (row.isEmpty() || words == null || notes.knows(timer.stream(), timer.thing())) {
      return Decision.nothing();
    }
    return goesOut(row.get(), words, now);
  }

  /// Null where their author's key was destroyed.
  private @Nullable String words(PlannedNoteRow row) {
    var event = log.at(row.author().mine(), List.of(row.plannedSeq())).get(row.plannedSeq());
    return event == null ? null : event.data().path("words").textValue();
  }

  private Decision goesOut(PlannedNoteRow row, String words, Instant now) {
    var author = row.author();
    return Decision.of(
            new NoteEvent.Sent(row.id(), words).fact(),
            seqs -> {
              notes.add(new NoteRow(row.ours(), row.id(), author, now, seqs.getFirst()));
              planned.remove(row);
            })
        .inTheNameOf(author)
        .setting(List.of(Note.tells(author, row.id(), now)));
  }
}
