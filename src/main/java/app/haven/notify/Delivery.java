package app.haven.notify;

import app.haven.identity.People;
import app.haven.identity.Person;
import app.haven.kernel.BareEvents;
import app.haven.kernel.Postponing;
import app.haven.kernel.Sparing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One attempt to reach somebody: is it still wanted, is it the time, then out of the house.
@ApplicationScoped
class Delivery {
  /// What waits for something that may end early is looked at again after so long.
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final People people;
  private final ChoiceRows choices;
  private final PushSubscriptions subscriptions;
  private final BareEvents events;
  private final Instance<Sparing> features;
  private final Instance<Postponing> postponing;
  private final PushClient push;
  private final Mailing mailing;
  private final NotifySettings settings;
  private final Clock clock;

  @Inject
  Delivery(
      People people,
      ChoiceRows choices,
      PushSubscriptions subscriptions,
      BareEvents events,
      @Any Instance<Sparing> features,
      @Any Instance<Postponing> postponing,
      PushClient push,
      Mailing mailing,
      NotifySettings settings,
      Clock clock) {
    this.people = people;
    this.choices = choices;
    this.subscriptions = subscriptions;
    this.events = events;
    this.features = features;
    this.postponing = postponing;
    this.push = push;
    this.mailing = mailing;
    this.settings = settings;
    this.clock = clock;
  }

  /// What was found out in one short transaction: an outcome, or what goes out after it.
  private record Found(@Nullable Outcome outcome, @Nullable Supplier<Outcome> send) {}

  Outcome attempt(Notice notice) {
    var found = QuarkusTransaction.requiringNew().call(() -> look(notice));
    if (found.outcome() != null) return found.outcome();
    return found.send() == null ? new Outcome.Done() : found.send().get();
  }

  private Found look(Notice notice) {
    var reach = Reach.of(notice.kind());
    var person = people.find(notice.person());
    if (reach.isEmpty() || person.isEmpty() || spared(notice)) {
      return new Found(new Outcome.Done(), null);
    }
    var chosen = choices.of(notice.person());
    var me = person.get();
    var now = clock.instant();
    return switch (Quiet.at(now, chosen, me.quietHours(), me.timeZone(), reach.get().moment())) {
      case Quiet.Never _ -> new Found(new Outcome.Done(), null);
      case Quiet.Until(var end) -> new Found(new Outcome.Hold(end), null);
      case Quiet.Now _ ->
          postponed(notice, reach.get(), now)
              .map(end -> new Found(new Outcome.Hold(end), null))
              .orElseGet(() ->
                  notice.byMail() ? mail(notice, me, chosen) : push(notice, chosen, reach.get()));
    };
  }

  private Optional<Instant> postponed(Notice notice, Reach reach, Instant now) {
    if (reach.urgent()) return Optional.empty();
    var soon = now.plus(LOOK);
    return postponing.stream()
        .flatMap(feature -> feature.until(notice.person(), now).stream())
        .max(Comparator.naturalOrder())
        .map(end -> end.isBefore(soon) ? end : soon);
  }

  /// In a space that was closed there is nothing more to hear of.
  private boolean spared(Notice notice) {
    var event = events.of(notice.stream(), notice.seq());
    return event.isEmpty()
        || features.stream()
            .filter(feature -> hasSay(feature, notice.kind()))
            .anyMatch(feature -> feature.spares(notice.person(), event.get()));
  }

  private static boolean hasSay(Sparing feature, String kind) {
    return feature.kinds().isEmpty() || feature.kinds().contains(kind);
  }

  /// What waited for a morning shows no button: the hour has passed.
  private Found push(Notice notice, Choices chosen, Reach reach) {
    boolean plain = notice.held() || !chosen.buttons();
    byte[] payload = Payload.of(plain ? Reach.Buttons.NONE : reach.buttons());
    return subscriptions
        .find(notice.person(), notice.way())
        .map(subscription -> new Found(null, () -> push.send(subscription, payload)))
        .orElseGet(() -> new Found(new Outcome.Done(), null));
  }

  /// A mail every now and then says it for all that came meanwhile. A further attempt is still the
  /// same mail.
  private Found mail(Notice notice, Person me, Choices chosen) {
    var address = chosen.mail();
    if (address == null) return new Found(new Outcome.Done(), null);
    var now = clock.instant();
    if (notice.attempts() == 1 && !choices.mayMail(me.id(), now, settings.mailEvery())) {
      return new Found(new Outcome.Hold(now.plus(settings.mailEvery())), null);
    }
    return new Found(null, () -> mailing.send(me.id(), address));
  }
}
