package app.haven.kernel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the kernel works its queue.
@ConfigMapping(prefix = "haven.kernel")
public interface KernelSettings {
  /// Transactions at the same time. Few, so that under load each carries the work of many couples.
  @WithDefault("2")
  int lanes();

  /// The most work in one transaction.
  @WithDefault("128")
  int batch();

  /// The most work that waits for one lane; beyond it, `unavailable`.
  @WithDefault("5000")
  int waiting();

  /// How often a node looks for timers that are due.
  @WithDefault("PT0.25S")
  Duration timersEvery();

  /// False where only a command of the jar runs.
  @WithDefault("true")
  boolean timers();

  /// Whether people are held to the limits on commands, invites, claims and sockets.
  @WithDefault("true")
  boolean rateLimits();
}
