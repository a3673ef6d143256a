package app.haven.promise;

import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.promise.Promise.Standing;
import java.time.Duration;

/// Every no of the rules, in sentences a person can use.
final class PromiseRefusals {
  private PromiseRefusals() {}

  static Refusal idTaken(Standing standing) {
    return Refusal.conflict("This id already names a promise.", standing);
  }

  static Refusal enoughOpen() {
    return Refusal.conflict("Twelve of yours are open already. Few are easier to keep.", null);
  }

  static Refusal enough(Duration after) {
    return Refusal.rate("Twelve in a day are enough. There is time.", after);
  }

  static Refusal timeBehind() {
    return Refusal.of(Code.TOO_SOON, "Please choose a time that is ahead.");
  }

  static Refusal timeTooFar() {
    return Refusal.of(Code.TOO_LONG, "Please choose a time within a year.");
  }

  static Refusal otherDay() {
    return Refusal.invalid("on", "The day and the time of asking belong together.");
  }

  static Refusal forPartner() {
    return Refusal.of(Code.NOT_YOURS, "A thank you is for your partner to say.");
  }

  static Refusal thanksLater(Standing standing) {
    return Refusal.conflict("A thank you goes with a promise that was kept.", standing);
  }

  static Refusal changedEnough() {
    return Refusal.conflict("This was changed twelve times. A new one may be clearer.", null);
  }

  static Refusal over(Standing standing) {
    return Refusal.conflict("This is settled. Nothing more is needed.", standing);
  }
}
