package app.haven;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Thousands of generated orders of what can happen, each from its own seed, and what they came by.
public final class Orders {
  private final String about;
  private final Map<String, Integer> seen = new TreeMap<>();

  public Orders(String about) {
    this.about = about;
  }

  /// Walks so many orders. The seed of a red one is said; `-Dhaven.seed` begins with it again.
  public void walk(int many, Consumer<Random> order) {
    long seed = Long.getLong("haven.seed", System.nanoTime());
    for (int i = 0; i < many; i++) {
      try {
        order.accept(random(seed + i));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("run again with -Dhaven.seed=" + (seed + i), e);
      }
    }
    System.out.println(about + ": seed " + seed + ", " + many + " orders, " + seen);
  }

  /// Chances that have nothing to do with those of the seed next to it. Two neighbouring seeds of
  /// [Random] begin with almost the same number, so that whatever is decided first would be decided
  /// alike in all orders of one run.
  public static Random random(long seed) {
    return Random.from(new SplittableRandom(seed));
  }

  public void count(String what) {
    seen.merge(what, 1, Integer::sum);
  }

  /// All of this happened: a run that never came there proves nothing.
  public void cameBy(String... happenings) {
    assertThat(seen).containsKeys(happenings);
  }

  /// What a worker does: it saw timers, maybe long ago, maybe another was faster, maybe it dies.
  ///
  /// @param everSet every timer that was ever set
  /// @param fire fires one, and says whether the node lives until the commit
  public void look(Random random, List<Timer> everSet, BiConsumer<Timer, Boolean> fire) {
    for (int tries = random.nextInt(6); tries > 0 && !everSet.isEmpty(); tries--) {
      var timer = everSet.get(random.nextInt(everSet.size()));
      fire.accept(timer, random.nextInt(10) > 0);
      if (random.nextInt(4) == 0) {
        count("fired twice");
        fire.accept(timer, true);
      }
    }
  }

  /// A little later, much later, or exactly around the next timer.
  public static Instant later(
      Random random, Instant now, Collection<Timer> due, Duration little, Duration much) {
    var next = due.stream().map(Timer::at).min(Instant::compareTo);
    var to =
        switch (random.nextInt(4)) {
          case 0 -> now.plusMillis(random.nextLong(little.toMillis()));
          case 1 -> now.plusMillis(random.nextLong(much.toMillis()));
          default -> next.map(at -> at.plusMillis(random.nextInt(3) - 1)).orElse(now);
        };
    return to.isAfter(now) ? to : now;
  }
}
