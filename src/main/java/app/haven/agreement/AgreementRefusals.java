package app.haven.agreement;

import app.haven.agreement.Agreement.Standing;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import java.time.Duration;

/// Every no of the rules, in sentences a person can use.
final class AgreementRefusals {
  private AgreementRefusals() {}

  static Refusal idTaken(Standing standing) {
    return Refusal.conflict("This id already names an agreement.", standing);
  }

  static Refusal enough(Duration after) {
    return Refusal.rate("Twelve changes in an hour are enough for now. There is time.", after);
  }

  static Refusal manyWait() {
    return Refusal.conflict("Five of your proposals wait already. That is the most.", null);
  }

  /// Not `rate`: a client would send it by itself when the time is over.
  static Refusal resting() {
    return Refusal.of(Code.TOO_SOON, "Your partner said no to this. It rests for a day.");
  }

  static Refusal manyVersions(Standing standing) {
    return Refusal.conflict(
        "This has thirty versions of yours. A new agreement can take its place.", standing);
  }

  static Refusal moved(Standing standing) {
    return Refusal.conflict("This has changed meanwhile. Please read it once more.", standing);
  }

  static Refusal nothingWaits(Standing standing) {
    return Refusal.conflict("No version waits here for an answer.", standing);
  }

  static Refusal waits(Standing standing) {
    return Refusal.conflict("Another version waits for an answer first.", standing);
  }

  static Refusal notInForce(Standing standing) {
    return Refusal.conflict("This is not in force.", standing);
  }

  static Refusal over(Standing standing) {
    return Refusal.conflict("This has ended. Nothing more is needed.", standing);
  }

  static Refusal forPartner() {
    return Refusal.of(Code.NOT_YOURS, "Your words are your yes. The other yes is your partner's.");
  }

  static Refusal needed(String field) {
    return Refusal.invalid(field, "At least one is needed here.");
  }

  static Refusal ownSlots() {
    return Refusal.of(Code.NOT_YOURS, "You can change your own times alone, not the other's.");
  }

  static Refusal notYetReview() {
    return Refusal.of(Code.TOO_SOON, "The day to look at this has not come yet.");
  }

  static Refusal timeBehind() {
    return Refusal.of(Code.TOO_SOON, "Please choose a time that is ahead.");
  }

  static Refusal timeTooFar() {
    return Refusal.of(Code.TOO_LONG, "Please choose a time within a year.");
  }
}
