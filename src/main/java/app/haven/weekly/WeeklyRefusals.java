package app.haven.weekly;

import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.weekly.Weekly.Standing;
import java.time.Duration;

/// Every no of the rules, in sentences a person can use.
final class WeeklyRefusals {
  private WeeklyRefusals() {}

  static Refusal rhythmIdTaken() {
    return Refusal.conflict("This id already names a day and time of yours.", null);
  }

  static Refusal agreedAlready() {
    return Refusal.conflict("You both said yes to this day and time already.", null);
  }

  static Refusal standsNoMore() {
    return Refusal.conflict("This day and time does not stand any more.", null);
  }

  static Refusal enoughProposals(Duration after) {
    return Refusal.rate("Ten proposals in a day are enough. A talk may help.", after);
  }

  static Refusal forPartner() {
    return Refusal.of(Code.NOT_YOURS, "You proposed this. The yes is your partner's.");
  }

  static Refusal nothingSaid() {
    return Refusal.invalid("appreciations", "One answer is enough, but one is needed.");
  }

  static Refusal metOutOfRange() {
    return Refusal.invalid("needs", "Whole numbers from 1 to 5, each agreement once.");
  }

  static Refusal notYet(Standing standing) {
    return Refusal.conflict("This opens when you are both ready.", standing);
  }

  static Refusal revealed(Standing standing) {
    return Refusal.conflict("This is open for both of you now.", standing);
  }

  static Refusal over(Standing standing) {
    return Refusal.conflict("This week's check-in is over. It changes no more.", standing);
  }

  /// Not `rate`: nothing takes the word by itself once its time is over.
  static Refusal otherSpeaks() {
    return Refusal.of(
        Code.TOO_SOON, "Your partner has the word. After five minutes you can take it.");
  }

  static Refusal notYourWord() {
    return Refusal.of(Code.NOT_YOURS, "Only who has the word can pass it on.");
  }

  /// @param stands the version that stands now, 0 where there is none
  static Refusal otherVersion(int stands) {
    return Refusal.conflict(
        "Your partner wrote here meanwhile. Please read that first.", new Version(stands));
  }

  static Refusal enough(String field) {
    return Refusal.invalid(field, "These are as many of yours as one check-in can hold.");
  }

  static Refusal writtenEnough() {
    return Refusal.conflict("Ten versions of yours are the most. The rest is for a talk.", null);
  }

  /// What stands there now.
  record Version(int version) {}
}
