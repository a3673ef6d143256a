package app.haven.need;

import app.haven.kernel.Decision;
import app.haven.kernel.Partners;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Timer;
import app.haven.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reminders where they are heard: on the stream of the one who agreed, by the clock there. Pausing
/// happens under the lock of that stream alone and changes nothing that both read.
@ApplicationScoped
class Reminding {
  private final Needs needs;
  private final Reminders reminders;
  private final Partners partners;
  private final Zones zones;

  @Inject
  Reminding(Needs needs, Reminders reminders, Partners partners, Zones zones) {
    this.needs = needs;
    this.reminders = reminders;
    this.partners = partners;
    this.zones = zones;
  }

  /// What an event changes about the timer.
  Decision change(Decision decision, Need after, PersonId hearing, Instant now) {
    return after.reminder() instanceof Reminder.Agreed(_, var times)
        ? decision.setting(
            List.of(NeedTimers.next(hearing, after.id(), times, zones.of(hearing), now)))
        : decision.dropping(List.of(NeedTimers.key(hearing, after.id())));
  }

  Decision pause(PersonId person, NeedCommand.RemindPause pause, Instant now) {
    var row = row(person, pause.need());
    var until = pause.until();
    if (until != null && !until.isAfter(now)) throw NeedRefusals.timeBehind();
    return Decision.of(
        new NeedEvent.RemindPaused(pause.need(), until).fact(),
        _ -> {
          row.pause(until);
          reminders.keep(row);
        });
  }

  Decision resume(PersonId person, UUID need) {
    var row = row(person, need);
    return Decision.of(
        new NeedEvent.RemindResumed(need).fact(),
        _ -> {
          row.resume();
          reminders.keep(row);
        });
  }

  private ReminderRow row(PersonId person, UUID need) {
    return ofTheOther(person, need)
        .map(_ -> reminders.of(person, need))
        .orElseThrow(Refusal::notFound);
  }

  private Optional<NeedRow> ofTheOther(PersonId person, UUID need) {
    return partners
        .of(person)
        .flatMap(pair -> needs.of(pair.couple().ours(), need))
        .filter(row -> !row.author().equals(person));
  }

  /// Looks again at all it was set for: the need is under another lock, and the zone may be another
  /// one by now.
  Decision fire(Timer timer, PersonId person, Instant now) {
    var need = ofTheOther(person, timer.thing()).map(NeedRow::state);
    if (need.isEmpty() || !(need.get().reminder() instanceof Reminder.Agreed(_, var times))) {
      return Decision.nothing();
    }
    var zone = zones.of(person);
    var next = List.of(NeedTimers.next(person, timer.thing(), times, zone, now));
    var row = reminders.of(person, timer.thing());
    if (row.pausedAt(now) || !times.fall(timer.at(), zone)) {
      return Decision.nothing().setting(next);
    }
    return Decision.of(
            new NeedEvent.Reminded(timer.thing()).fact(),
            _ -> {
              row.reminded(now);
              reminders.keep(row);
            })
        .setting(next);
  }
}
