package app.haven.weekly;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Something the two write down in their talk: a note, or a decision. Pure.
///
/// @param weekly in which talk
/// @param versions how often it was written
record Item(UUID id, UUID weekly, boolean decision, int versions) {

  /// What is known when somebody writes.
  ///
  /// @param sameId what already goes by this id
  /// @param wrote how many of its versions are this person's
  /// @param others how many of its kind this person began in this talk
  record Before(Optional<Item> sameId, int wrote, int others) {}

  /// Nobody writes over what they have not seen.
  ///
  /// @param read the version its author read, 0 for a new one
  /// @return the version this becomes
  static int write(UUID weekly, boolean decision, int read, Before before) {
    int stands = before.sameId().map(Item::versions).orElse(0);
    boolean elsewhere =
        before
            .sameId()
            .filter(one -> !one.weekly.equals(weekly) || one.decision != decision)
            .isPresent();
    if (elsewhere || read != stands) throw WeeklyRefusals.otherVersion(stands);
    if (before.wrote() >= Weekly.MOST_VERSIONS) throw WeeklyRefusals.writtenEnough();
    int most = decision ? Weekly.MOST_DECISIONS : Weekly.MOST_NOTES;
    if (stands == 0 && before.others() >= most) {
      throw WeeklyRefusals.enough(decision ? "decision" : "note");
    }
    return stands + 1;
  }

  /// Whether each agreement is named once, with a number that is allowed.
  static void check(List<Met> needs) {
    boolean once = needs.stream().map(Met::agreement).distinct().count() == needs.size();
    if (!once || !needs.stream().allMatch(Met::inRange)) throw WeeklyRefusals.metOutOfRange();
  }
}
