package app.haven.kernel;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/// Looks for timers that are due, on every node. Whoever comes first under the stream's lock fires
/// it; the others find it gone.
@ApplicationScoped
public class TimerWorker {
  private static final Logger LOG = Logger.getLogger(TimerWorker.class);
  private static final int PAGE = 256;

  private final Due due;
  private final Commands commands;
  private final KernelSettings settings;
  private final Measures measures;
  private final Clock clock;
  private final Resting resting = new Resting();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("timers").daemon().factory());
  private volatile Instant lastLook = Instant.EPOCH;

  @Inject
  public TimerWorker(
      Due due, Commands commands, KernelSettings settings, Measures measures, Clock clock) {
    this.due = due;
    this.commands = commands;
    this.settings = settings;
    this.measures = measures;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    if (!settings.timers()) return;
    long every = settings.timersEvery().toMillis();
    looking.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  void look() {
    try {
      // Timers that cannot be fired stay where they are: they must neither keep the worker busy for
      // ever nor stand before the others.
      int left = 0;
      List<Timer> before = List.of();
      var page = page(left);
      while (!page.isEmpty() && !page.equals(before)) {
        left += fireAll(page);
        before = page;
        page = page.size() < PAGE ? List.of() : page(left);
      }
      lastLook = clock.instant();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | ExecutionException | TimeoutException e) {
      LOG.warnf("timers wait for the next look: %s", Failures.describe(e));
    }
  }

  private List<Timer> page(int left) {
    var now = clock.instant();
    var page = due.candidates(now, PAGE, left);
    page.forEach(timer -> measures.fired(timer.kind(), Duration.between(timer.at(), now)));
    return page;
  }

  /// Waits for all, so that no timer is taken up twice by the same node. After an outage several of
  /// one thing are due: the older ones come first, also where they are on other streams.
  ///
  /// @return how many cannot be fired now
  private int fireAll(List<Timer> page)
      throws InterruptedException, ExecutionException, TimeoutException {
    int left = 0;
    for (var wave : waves(page)) {
      var firing = wave.stream().map(this::fire).toList();
      CompletableFuture.allOf(firing.toArray(CompletableFuture<?>[]::new))
          .get(30, TimeUnit.SECONDS);
      for (var one : firing) if (one.get()) left++;
    }
    return left;
  }

  /// Whether it cannot be fired now, by a mistake of ours.
  private CompletableFuture<Boolean> fire(Timer timer) {
    if (resting.rests(timer, clock.instant())) return CompletableFuture.completedFuture(true);
    return commands
        .fire(timer)
        .toCompletableFuture()
        .handle((_, failure) -> {
          boolean ours =
              failure instanceof Refusal refusal && refusal.code() == Refusal.Code.INTERNAL;
          if (ours) resting.failed(timer, clock.instant());
          return ours;
        });
  }

  /// The timers in the order given, parted so that no thing comes twice in a part.
  static List<List<Timer>> waves(List<Timer> page) {
    var times = new HashMap<UUID, Integer>();
    var waves = new ArrayList<List<Timer>>();
    for (var timer : page) {
      int wave = times.merge(timer.thing(), 1, Integer::sum);
      if (wave > waves.size()) waves.add(new ArrayList<>());
      waves.get(wave - 1).add(timer);
    }
    return waves;
  }

  /// When the worker last finished a look; health asks this.
  public Instant lastLook() {
    return lastLook;
  }

  void stop(@Observes ShutdownEvent event) {
    looking.shutdown();
  }
}
