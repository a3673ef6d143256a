package app.haven.gratitude;

import app.haven.kernel.StreamId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/// Which entry of a list comes back today. Nothing is stored: list and day alone choose, so that
/// both see the same, on every device and node. The entry with the highest number wins, so what is
/// added, changed or taken back elsewhere in the list does not change the choice. Pure.
///
/// The day is that of UTC: one by the zone of either of the two would tell the other where they
/// are.
final class Resurfacing {
  private Resurfacing() {}

  static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  static Instant begins(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  static Instant until(LocalDate day) {
    return begins(day).plus(1, ChronoUnit.DAYS);
  }

  /// @param entries those that were there before the day began and still stand
  static Optional<UUID> of(StreamId list, LocalDate day, Collection<UUID> entries) {
    long seed = mix(mix(bits(list.value())) + day.toEpochDay());
    UUID chosen = null;
    for (var entry : entries) {
      if (chosen == null || before(seed, chosen, entry)) chosen = entry;
    }
    return Optional.ofNullable(chosen);
  }

  private static boolean before(long seed, UUID chosen, UUID entry) {
    int order = Long.compareUnsigned(mix(seed ^ bits(chosen)), mix(seed ^ bits(entry)));
    return order != 0 ? order < 0 : new StreamId(chosen).compareTo(new StreamId(entry)) < 0;
  }

  private static long bits(UUID id) {
    return mix(id.getMostSignificantBits()) ^ id.getLeastSignificantBits();
  }

  /// The finalizer of SplitMix64: every bit of what goes in moves about half of what comes out.
  private static long mix(long bits) {
    long z = bits + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
