package app.haven.kernel;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What the kernel counts. Kinds and outcomes only: no person, no couple, no word.
@ApplicationScoped
public class Measures {
  private final MeterRegistry meters;
  private final Deciders deciders;

  @Inject
  public Measures(MeterRegistry meters, Deciders deciders) {
    this.meters = meters;
    this.deciders = deciders;
  }

  /// A kind nobody knows is counted under one name: a client must not be able to fill the memory
  /// with names of its own.
  void command(String kind, @Nullable Throwable failure, long startNanos) {
    String known = deciders.knows(kind) ? kind : "unknown";
    meters
        .timer("haven.commands", "kind", known, "outcome", outcome(failure))
        .record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
  }

  private static String outcome(@Nullable Throwable failure) {
    if (failure == null) return "ok";
    var cause = failure instanceof CompletionException e ? e.getCause() : failure;
    return cause instanceof Refusal refusal ? refusal.code().wire : "internal";
  }

  void fired(String kind, Duration lateness) {
    meters.timer("haven.timers.lateness", "kind", kind).record(lateness);
  }
}
