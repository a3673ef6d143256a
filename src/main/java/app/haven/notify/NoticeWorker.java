package app.haven.notify;

import app.haven.kernel.Failures;
import app.haven.kernel.KernelSettings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Takes what is due, on every node. Whoever claims a row makes its next attempt; a node that dies
/// in the middle leaves it to the others.
@ApplicationScoped
class NoticeWorker {
  private static final Logger LOG = Logger.getLogger(NoticeWorker.class);
  private static final int AT_ONCE = 16;
  private static final int MOST_ATTEMPTS = 8;

  private final Notices notices;
  private final PushSubscriptions subscriptions;
  private final ChoiceRows choices;
  private final Awake awake;
  private final Delivery delivery;
  private final Ways ways;
  private final NotifySettings settings;
  private final KernelSettings kernel;
  private final Clock clock;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("notices").daemon().factory());

  @Inject
  NoticeWorker(
      Notices notices,
      PushSubscriptions subscriptions,
      ChoiceRows choices,
      Awake awake,
      Delivery delivery,
      Ways ways,
      NotifySettings settings,
      KernelSettings kernel,
      Clock clock) {
    this.notices = notices;
    this.subscriptions = subscriptions;
    this.choices = choices;
    this.awake = awake;
    this.delivery = delivery;
    this.ways = ways;
    this.settings = settings;
    this.kernel = kernel;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    if (!kernel.timers() || !ways.any()) return;
    long every = settings.every().toMillis();
    looking.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      awake.look();
      for (var notice : claim()) {
        room.acquireUninterruptibly();
        Thread.startVirtualThread(() -> attempt(notice));
      }
    } catch (RuntimeException e) {
      LOG.warnf("notices wait for the next look: %s", Failures.describe(e));
    }
  }

  private List<Notice> claim() {
    int most = room.availablePermits();
    if (most == 0) return List.of();
    var now = clock.instant();
    return QuarkusTransaction.requiringNew()
        .call(() -> notices.claim(now, now.plus(settings.lease()), most));
  }

  private void attempt(Notice notice) {
    try {
      // Also where nodes died of it, or it cannot be read.
      boolean enough = notice.attempts() > MOST_ATTEMPTS;
      var outcome = enough ? new Outcome.Done() : delivery.attempt(notice);
      QuarkusTransaction.requiringNew().run(() -> settle(notice, outcome));
    } catch (RuntimeException e) {
      // It stays claimed and is due again when the claim ends.
      LOG.warnf("an attempt came to nothing: %s", Failures.describe(e));
    } finally {
      room.release();
    }
  }

  private void settle(Notice notice, Outcome outcome) {
    switch (outcome) {
      case Outcome.Done _ -> notices.remove(notice);
      case Outcome.Gone _ -> subscriptions.remove(notice.person(), notice.way());
      case Outcome.Again _ when notice.attempts() >= MOST_ATTEMPTS -> notices.remove(notice);
      case Outcome.Again(var after) -> {
        var wait = after == null ? Answers.backoff(settings.retry(), notice.attempts()) : after;
        notices.again(notice, clock.instant().plus(wait));
      }
      case Outcome.Hold(var until) -> {
        if (notice.byMail()) choices.lock(notice.person());
        else subscriptions.lock(notice.person(), notice.way());
        notices.hold(notice, until);
      }
    }
  }

  void stop(@Observes ShutdownEvent event) {
    looking.shutdownNow();
  }
}
