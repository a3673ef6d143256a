package app.haven.agreement;

import app.haven.kernel.Refusal.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a version says. "I" is whoever wrote it, "you" is the other.
interface Wording {
  int SHORTEST = 5;
  int LONGEST = 24 * 60;
  int MOST_SLOT = 12 * 60;

  @Nullable String why();

  /// What I do about it; in a plan for time-outs, where I go.
  @Nullable String iWill();

  @Nullable String youWill();

  /// What the two call a time-out.
  @Nullable String word();

  /// How long a time-out usually is.
  @Nullable Integer minutes();

  /// How long it is at most. A hint to both: no rule of a time-out reads it.
  @Nullable Integer longest();

  @Nullable List<Slot> slots();

  @Nullable Instant reviewAt();

  /// Every field that does not fit the kind.
  static List<FieldError> wrong(Wording said, Kind kind, List<UUID> both) {
    var wrong = new ArrayList<FieldError>();
    switch (kind) {
      case NEED -> {
        if (said.why() == null) wrong.add(needed("why"));
        if (said.iWill() == null && said.youWill() == null) wrong.add(needed("iWill"));
      }
      case TIMEOUT_PLAN -> {
        if (said.minutes() == null) wrong.add(needed("minutes"));
        else if (!within(said.minutes(), SHORTEST, LONGEST)) wrong.add(between("minutes"));
        var longest = said.longest();
        if (longest != null && !within(longest, SHORTEST, LONGEST)) wrong.add(between("longest"));
        else if (longest != null && said.minutes() != null && longest < said.minutes()) {
          wrong.add(new FieldError("longest", "This is at least as long as the usual time."));
        }
      }
      case SPACE_PLAN -> {
        var slots = said.slots();
        if (slots == null || slots.isEmpty()) wrong.add(needed("slots"));
        else wrong.addAll(wrong(slots, both));
      }
    }
    if (kind != Kind.TIMEOUT_PLAN) {
      if (said.word() != null) wrong.add(onlyIn("word", Kind.TIMEOUT_PLAN));
      if (said.minutes() != null) wrong.add(onlyIn("minutes", Kind.TIMEOUT_PLAN));
      if (said.longest() != null) wrong.add(onlyIn("longest", Kind.TIMEOUT_PLAN));
    }
    if (kind != Kind.SPACE_PLAN && said.slots() != null) {
      wrong.add(onlyIn("slots", Kind.SPACE_PLAN));
    }
    return wrong;
  }

  static List<FieldError> wrong(List<Slot> slots, List<UUID> both) {
    boolean fits =
        slots.stream()
            .allMatch(slot ->
                both.contains(slot.person()) && within(slot.minutes(), SHORTEST, MOST_SLOT));
    return fits
        ? List.of()
        : List.of(new FieldError("slots", "Each is for one of you two, for 5 to 720 minutes."));
  }

  private static boolean within(int minutes, int least, int most) {
    return minutes >= least && minutes <= most;
  }

  private static FieldError needed(String field) {
    return new FieldError(field, "This field is needed.");
  }

  private static FieldError between(String field) {
    return new FieldError(field, "5 to 1440 minutes are allowed here.");
  }

  private static FieldError onlyIn(String field, Kind kind) {
    return new FieldError(field, "This goes with " + kind.wire() + " only.");
  }
}
