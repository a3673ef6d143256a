package app.haven.faults;

import app.haven.faulty.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What a run is to do.
///
/// @param commands how many have to be acknowledged at least
/// @param atLeast how long the load goes on at least
/// @param troubles spread evenly over the commands
record Plan(
    String name,
    long seed,
    int couples,
    int commands,
    Duration atLeast,
    List<Trouble> troubles,
    Optional<Fault> fault) {

  static Plan shortForm(long seed) {
    return new Plan(
        "short",
        seed,
        20,
        2_000,
        Duration.ZERO,
        List.of(Trouble.NODE, Trouble.DATABASE, Trouble.BLACKOUT, Trouble.NODE, Trouble.LEAP),
        Optional.empty());
  }

  /// All kinds of trouble, one every ten seconds, in an order that the seed decides.
  static Plan longForm(long seed, int couples, Duration time) {
    var random = new Random(seed);
    var troubles = new ArrayList<>(List.of(Trouble.values()));
    while (troubles.size() < time.toSeconds() / 10) {
      troubles.add(Trouble.values()[random.nextInt(Trouble.values().length)]);
    }
    java.util.Collections.shuffle(troubles, random);
    int commands = Math.max(2_000, couples * 100);
    return new Plan("long", seed, couples, commands, time, troubles, Optional.empty());
  }

  /// Whether a run that shows nothing of this showed too little. Some two thousand commands bring
  /// about every timer of a time-out for certain, and of other things mostly; the long form owes
  /// all.
  boolean owes(String figure) {
    boolean isTimer = Promise.KINDS.contains(figure);
    return !isTimer || atLeast.isPositive() || figure.startsWith("timeout.");
  }

  /// As much as it takes to show what the fault breaks.
  static Plan broken(Fault fault, long seed) {
    var troubles =
        fault == Fault.ANSWER_BEFORE_COMMIT
            ? List.of(Trouble.DATABASE, Trouble.DATABASE, Trouble.DATABASE)
            : List.<Trouble>of();
    // Most of what is sent twice names a thing and is refused the second time; the rest must come.
    int commands = fault == Fault.NO_DEDUPE ? 2_500 : 600;
    return new Plan(fault.wire(), seed, 10, commands, Duration.ZERO, troubles, Optional.of(fault));
  }

  /// What a fault has to be found out by.
  static Invariant breaks(Fault fault) {
    return switch (fault) {
      case ANSWER_BEFORE_COMMIT, NO_SWEEP -> Invariant.I1;
      case SEQUENCE_INSTEAD_OF_LOCK, NO_RESUME -> Invariant.I2;
      case NO_DEDUPE -> Invariant.I4;
    };
  }
}
