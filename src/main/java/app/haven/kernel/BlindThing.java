package app.haven.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Something both partners answer without seeing the other's answer.
///
/// @param couple for whom: what was written for one partner never reaches another
/// @param kind as its feature names it on the wire, such as `expectation`
public record BlindThing(CoupleId couple, String kind, UUID id) {

  /// The timer that looks whether both are ready, and the event on `ours` in which they are shown.
  public static String revealed(String kind) {
    return kind + ".revealed";
  }

  /// The timer and the event on `mine` that tell an author that what they kept is put away: it
  /// stands in `ours` now, or the thing ended without it.
  public static String cleared(String kind) {
    return kind + ".cleared";
  }

  /// Both timer kinds, for [Decider#timers].
  public static Set<String> timers(String kind) {
    return Set.of(revealed(kind), cleared(kind));
  }

  /// Looks whether both are ready.
  Timer looks(Instant at) {
    return new Timer(couple.ours(), revealed(kind), id, at);
  }

  /// Puts away what either kept, whether or not they kept anything: so it tells nothing. For a
  /// thing that ends without being revealed; a feature sets these with the event that ends it.
  ///
  /// @param people the two
  public List<Timer> clearing(List<PersonId> people, Instant now) {
    return people.stream().map(person -> new Timer(person.mine(), cleared(kind), id, now)).toList();
  }
}
