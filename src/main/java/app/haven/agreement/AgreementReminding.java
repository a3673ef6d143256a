package app.haven.agreement;

import app.haven.kernel.Decision;
import app.haven.kernel.Partners;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Timer;
import app.haven.kernel.Times;
import app.haven.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reminders of an agreement: each for the one who set it, under the lock of their own stream and
/// by the clock there. Nothing that both read changes by one, so the other cannot tell whether
/// there is any. It ends with the agreement, whoever ends that.
@ApplicationScoped
class AgreementReminding {
  private final Agreements agreements;
  private final AgreementReminders reminders;
  private final Partners partners;
  private final Zones zones;

  @Inject
  AgreementReminding(
      Agreements agreements, AgreementReminders reminders, Partners partners, Zones zones) {
    this.agreements = agreements;
    this.reminders = reminders;
    this.partners = partners;
    this.zones = zones;
  }

  Decision decide(PersonId person, AgreementCommand.Own command, Instant now) {
    var agreement = of(person, command.agreement()).orElseThrow(Refusal::notFound);
    var row = reminders.of(person, command.agreement());
    // Stopping is free, also where the agreement has ended.
    if (!(command instanceof AgreementCommand.RemindStop)) agreement.mustHold();
    return switch (command) {
      case AgreementCommand.Remind wish -> set(person, wish, row, now);
      case AgreementCommand.RemindPause pause ->
          pause(row.orElseThrow(Refusal::notFound), pause.until(), now);
      case AgreementCommand.RemindResume _ -> resume(row.orElseThrow(Refusal::notFound));
      case AgreementCommand.RemindStop _ ->
          row.map(stands -> stop(person, stands)).orElseGet(Decision::nothing);
    };
  }

  private Optional<Agreement> of(PersonId person, UUID agreement) {
    return partners
        .of(person)
        .flatMap(pair -> agreements.of(pair.couple().ours(), agreement))
        .map(AgreementRow::state);
  }

  private Decision set(
      PersonId person,
      AgreementCommand.Remind wish,
      Optional<AgreementReminderRow> before,
      Instant now) {
    if (wish.times().isEmpty()) throw AgreementRefusals.needed("times");
    if (wish.weekdays().isEmpty()) throw AgreementRefusals.needed("weekdays");
    var id = wish.agreement();
    var times = new Times(wish.times(), wish.weekdays());
    var event = new AgreementEvent.RemindSet(id, wish.words(), wish.times(), wish.weekdays());
    return Decision.of(
            event.fact(),
            seqs -> {
              var row = before.orElseGet(() -> new AgreementReminderRow(person, id));
              row.set(times, seqs.getFirst());
              if (before.isEmpty()) reminders.add(row);
            })
        .setting(List.of(AgreementTimers.next(person, id, times, zones.of(person), now)));
  }

  private static Decision pause(AgreementReminderRow row, @Nullable Instant until, Instant now) {
    if (until != null && !until.isAfter(now)) throw AgreementRefusals.timeBehind();
    var event = new AgreementEvent.RemindPaused(row.agreement(), until);
    return Decision.of(event.fact(), _ -> row.pause(until));
  }

  private static Decision resume(AgreementReminderRow row) {
    return Decision.of(new AgreementEvent.RemindResumed(row.agreement()).fact(), _ -> row.resume());
  }

  private Decision stop(PersonId person, AgreementReminderRow row) {
    var id = row.agreement();
    return Decision.of(new AgreementEvent.RemindStopped(id).fact(), _ -> reminders.remove(row))
        .dropping(List.of(AgreementTimers.reminded(person, id)));
  }

  /// Looks again at all it was set for: the agreement is under another lock, and the zone may be
  /// another one by now.
  Decision fire(Timer timer, PersonId person, Instant now) {
    var id = timer.thing();
    var row = reminders.of(person, id);
    if (row.isEmpty() || !(of(person, id).orElse(null) instanceof Agreement.InForce)) {
      return Decision.nothing();
    }
    var stands = row.get();
    var zone = zones.of(person);
    var next = List.of(AgreementTimers.next(person, id, stands.state().times(), zone, now));
    if (!stands.state().heard(timer.at(), zone, now)) return Decision.nothing().setting(next);
    return Decision.of(new AgreementEvent.Reminded(id).fact(), _ -> stands.reminded(now))
        .setting(next);
  }
}
