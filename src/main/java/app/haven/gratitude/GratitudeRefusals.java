package app.haven.gratitude;

import app.haven.gratitude.Gratitude.Standing;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import java.time.Duration;

/// Every no of the gratitude list, in sentences a person can use.
final class GratitudeRefusals {
  private GratitudeRefusals() {}

  static Refusal idTaken(Standing standing) {
    return Refusal.conflict("This id already names an entry.", standing);
  }

  static Refusal needsCouple() {
    return Refusal.invalid("couple", "An entry for both needs the id of your couple.");
  }

  static Refusal takesNoCouple() {
    return Refusal.invalid("couple", "An entry for you alone takes no couple.");
  }

  static Refusal dayAhead() {
    return Refusal.invalid("on", "A day up to today is allowed here.");
  }

  static Refusal enough(Duration after) {
    return Refusal.rate("Thirty entries in an hour are enough for now. They are all kept.", after);
  }

  static Refusal forPartner() {
    return Refusal.of(Code.NOT_YOURS, "This is for your partner to say, about your entry.");
  }

  static Refusal thankedOtherwise(Standing standing) {
    return Refusal.conflict("You said thank you already. What you said first stands.", standing);
  }

  static Refusal enoughVersions(Standing standing) {
    return Refusal.conflict(
        "This entry was changed twenty times, which is the most. A new one is fine.", standing);
  }

  static Refusal takenBack(Standing standing) {
    return Refusal.conflict("The words of this entry were taken back by their author.", standing);
  }

  static Refusal noWordsOfYours() {
    return Refusal.of(Code.NOT_YOURS, "There are no words of yours in this entry.");
  }
}
