package app.haven.timeout;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.EventLog;
import app.haven.kernel.Locales;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Joins the rules of a time-out with its rows and timers.
@ApplicationScoped
class TimeoutDecider implements Decider<TimeoutCommand> {
  static final Map<String, Shape<TimeoutCommand>> COMMANDS =
      Map.of(
          "timeout.call", ours(TimeoutCommand.Call.class),
          "timeout.acknowledge", ours(TimeoutCommand.Acknowledge.class),
          "timeout.checkIn", ours(TimeoutCommand.CheckIn.class),
          "timeout.extend", ours(TimeoutCommand.Extend.class),
          "timeout.return", ours(TimeoutCommand.Return.class),
          "timeout.letGo", ours(TimeoutCommand.LetGo.class),
          "timeout.note", ours(TimeoutCommand.Note.class));

  private final Timeouts timeouts;
  private final EventLog log;
  private final Locales locales;

  @Inject
  TimeoutDecider(Timeouts timeouts, EventLog log, Locales locales) {
    this.timeouts = timeouts;
    this.log = log;
    this.locales = locales;
  }

  private static Shape<TimeoutCommand> ours(Class<? extends TimeoutCommand> data) {
    return new Shape<>(data, Scope.COUPLE);
  }

  @Override
  public Map<String, Shape<TimeoutCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return TimeoutTimers.KINDS;
  }

  @Override
  public void preload(Collection<Asked<TimeoutCommand>> asked, Collection<Timer> timers) {
    var keys = new HashSet<TimeoutRow.Key>();
    var calling = new HashSet<StreamId>();
    for (var one : asked) {
      var ours = paired(one.who()).couple().ours();
      keys.add(new TimeoutRow.Key(ours, one.command().timeout()));
      if (one.command() instanceof TimeoutCommand.Call) calling.add(ours);
    }
    for (var timer : timers) {
      if (TimeoutTimers.reminder(timer).isEmpty()) {
        keys.add(new TimeoutRow.Key(timer.stream(), timer.thing()));
      }
    }
    timeouts.load(keys, calling);
  }

  @Override
  public Decision decide(Who who, TimeoutCommand command, Instant now) {
    var pair = paired(who);
    return command instanceof TimeoutCommand.Call call
        ? call(pair, call, now)
        : change(pair, command, now);
  }

  private static Who.Paired paired(Who who) {
    if (who instanceof Who.Paired pair) return pair;
    throw new IllegalStateException("a time-out without a couple");
  }

  private Decision call(Who.Paired who, TimeoutCommand.Call call, Instant now) {
    var ours = who.couple().ours();
    var event =
        Timeout.call(
            call,
            who.person(),
            reassurance(call, who.person()),
            timeouts.known(ours, call.timeout()).map(TimeoutRow::state),
            openOf(who.person(), ours),
            now);
    var begun = Timeout.begun(event);
    return Decision.of(
            event.fact(), seqs -> timeouts.add(new TimeoutRow(ours, begun, seqs.getFirst())))
        .setting(TimeoutTimers.open(ours, begun, now));
  }

  private String reassurance(TimeoutCommand.Call call, PersonId caller) {
    var own = call.reassurance();
    return own != null ? own : Reassurance.usual(locales.of(caller));
  }

  private Optional<Timeout> openOf(PersonId caller, StreamId ours) {
    return timeouts.known(ours).stream()
        .map(TimeoutRow::state)
        .filter(state -> state instanceof Timeout.Open && state.caller().equals(caller))
        .findFirst();
  }

  private Decision change(Who.Paired who, TimeoutCommand command, Instant now) {
    var ours = who.couple().ours();
    var row = timeouts.known(ours, command.timeout()).orElseThrow(Refusal::notFound);
    var before = row.state();
    var event = before.decide(command, who.person(), now);
    if (event.isEmpty()) return again(row, command);
    if (event.get() instanceof TimeoutEvent.Returned back && back.talkAt() != null) {
      room(ours, before, now);
    }
    return changed(row, event.get(), List.of(who.person(), who.partner()), now);
  }

  /// Each stands on both home pages until its time: without a limit, calling and coming back would
  /// fill the other's.
  private void room(StreamId ours, Timeout back, Instant now) {
    if (timeouts.talksAhead(ours, back.caller(), now) >= Timeout.MOST_TALKS) {
      throw TimeoutRefusals.enoughTalks(back.standing());
    }
  }

  /// Saying the same once more is fine; other words would be lost without a word.
  private Decision again(TimeoutRow row, TimeoutCommand command) {
    var said =
        switch (command) {
          case TimeoutCommand.Acknowledge hear -> new Said(row.acknowledgedSeq(), hear.words());
          case TimeoutCommand.Return back -> new Said(row.endedSeq(), back.words());
          default -> throw new IllegalStateException("this is never the same once more");
        };
    if (said.words() != null && !said.words().equals(first(row.stream(), said.seq()))) {
      throw TimeoutRefusals.saidOtherwise(row.state().standing());
    }
    return Decision.nothing();
  }

  private record Said(@Nullable Long seq, @Nullable String words) {}

  private @Nullable String first(StreamId ours, @Nullable Long seq) {
    if (seq == null) return null;
    var event = log.at(ours, List.of(seq)).get(seq);
    return event == null ? null : event.data().path("words").textValue();
  }

  private Decision changed(TimeoutRow row, TimeoutEvent event, List<PersonId> both, Instant now) {
    var after = row.state().after(event, now);
    var decision = Decision.of(event.fact(), seqs -> row.remember(after, event, seqs.getFirst()));
    return TimeoutTimers.change(decision, row.stream(), after, event, both, now);
  }

  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    var reminder = TimeoutTimers.reminder(timer);
    if (reminder.isPresent()) return Decision.of(reminder.get().fact(), _ -> {});
    return timeouts
        .known(timer.stream(), timer.thing())
        .flatMap(row ->
            TimeoutTimers.passed(timer, row.state())
                .map(event -> changed(row, event, readers, now)))
        .orElseGet(Decision::nothing);
  }
}
