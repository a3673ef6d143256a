package app.haven.feeling;

import app.haven.feeling.FeelingCommand.Wish;
import app.haven.feeling.FeelingEvent.Due;
import app.haven.feeling.FeelingEvent.ReminderSet;
import app.haven.feeling.FeelingEvent.Snoozed;
import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import app.haven.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Joins the rules of being asked with their rows and timers.
@ApplicationScoped
class FeelingWishDecider implements Decider<Wish> {
  static final Map<String, Shape<Wish>> COMMANDS =
      Map.of(
          "feeling.level", new Shape<>(FeelingCommand.ChooseLevel.class, Scope.SELF),
          "feeling.remind", new Shape<>(FeelingCommand.Remind.class, Scope.SELF),
          "feeling.snooze", new Shape<>(FeelingCommand.Snooze.class, Scope.SELF),
          "feeling.skip", new Shape<>(FeelingCommand.Skip.class, Scope.SELF));

  private final FeelingWishRows wishes;
  private final Zones zones;

  @Inject
  FeelingWishDecider(FeelingWishRows wishes, Zones zones) {
    this.wishes = wishes;
    this.zones = zones;
  }

  @Override
  public Map<String, Shape<Wish>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return Set.of(Reminders.DUE);
  }

  @Override
  public Decision decide(Who who, Wish wish, Instant now) {
    var person = who.person();
    var event = wishes.state(person).decide(wish, now);
    if (event.isEmpty()) return Decision.nothing();
    var decision = happens(person, event.get(), now);
    return switch (event.get()) {
      case ReminderSet(var reminder, var at) -> planned(decision, person, reminder, at, now);
      case Snoozed(_, var until) -> decision.setting(List.of(Reminders.snoozed(person, until)));
      default -> decision;
    };
  }

  private Decision happens(PersonId person, FeelingEvent event, Instant now) {
    var after = wishes.state(person).after(event, now);
    return Decision.of(event.toFact(), _ -> wishes.save(person, after));
  }

  private Decision planned(
      Decision decision, PersonId person, int reminder, @Nullable LocalTime at, Instant now) {
    if (at == null) {
      return decision.dropping(List.of(Reminders.daily(person, reminder, now).key()));
    }
    var next = Reminders.next(at, zones.of(person), now);
    return decision.setting(List.of(Reminders.daily(person, reminder, next)));
  }

  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    var person = readers.getFirst();
    return Reminders.isSnoozed(timer) ? snoozeEnds(person, now) : timeComes(person, timer, now);
  }

  private Decision snoozeEnds(PersonId person, Instant now) {
    var snoozed = wishes.state(person).snoozed();
    return snoozed == null ? Decision.nothing() : happens(person, new Due(snoozed.reminder()), now);
  }

  /// Sets itself anew for the next day. One that was put off ends where the next one comes: nobody
  /// is asked twice.
  private Decision timeComes(PersonId person, Timer timer, Instant now) {
    int reminder = Reminders.reminder(timer);
    var before = wishes.state(person);
    var time = before.times().get(reminder);
    if (time == null) return Decision.nothing();
    var zone = zones.of(person);
    var next = List.of(Reminders.daily(person, reminder, Reminders.next(time, zone, now)));
    if (!Reminders.fits(timer.at(), time, zone)) return Decision.nothing().setting(next);
    var decision = happens(person, new Due(reminder), now).setting(next);
    return before.snoozed() == null
        ? decision
        : decision.dropping(List.of(Reminders.snoozed(person, now).key()));
  }
}
