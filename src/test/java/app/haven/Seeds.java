package app.haven;

import java.util.Random;
import java.util.SplittableRandom;

/// Where generated orders get their chances from.
public final class Seeds {
  private Seeds() {}

  /// Chances that have nothing to do with those of the seed next to it. Two neighbouring seeds of
  /// [Random] begin with almost the same number, so that whatever is decided first would be decided
  /// alike in all orders of one run.
  public static Random random(long seed) {
    return Random.from(new SplittableRandom(seed));
  }
}
