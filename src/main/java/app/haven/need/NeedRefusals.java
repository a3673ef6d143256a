package app.haven.need;

import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import java.time.Duration;

/// Every no about needs and boundaries, in sentences a person can use.
final class NeedRefusals {
  private NeedRefusals() {}

  static Refusal idTaken(Need.Standing standing) {
    return Refusal.conflict("This id already names a need.", standing);
  }

  static Refusal boundaryIdTaken(Boundary.Standing standing) {
    return Refusal.conflict("This id already names a boundary.", standing);
  }

  static Refusal keptAlready() {
    return Refusal.conflict("This id already names something you keep.", null);
  }

  static Refusal keptEnough() {
    return Refusal.conflict("Fifty are kept already. That is the most.", null);
  }

  static Refusal sharedEnough() {
    return Refusal.conflict(
        "Fifty of yours are shared already. Take one back, and there is room.", null);
  }

  static Refusal enoughVersions() {
    return Refusal.conflict(
        "This was changed twenty times, which is the most. A new one is fine.", null);
  }

  static Refusal enough(Duration after) {
    return Refusal.rate("Ten in a day are enough for the two of you. There is time.", after);
  }

  static Refusal forPartner() {
    return Refusal.of(Code.NOT_YOURS, "This is for your partner to say.");
  }

  static Refusal forOwner() {
    return Refusal.of(Code.NOT_YOURS, "The one whose need this is words its reminder.");
  }

  static Refusal takenBack(Need.Standing standing) {
    return Refusal.conflict("This need was taken back. Nothing more is needed.", standing);
  }

  static Refusal boundaryTakenBack(Boundary.Standing standing) {
    return Refusal.conflict("This boundary was taken back. Nothing more is needed.", standing);
  }

  static Refusal nothingAsked(Need.Standing standing) {
    return Refusal.conflict("Nothing is asked here. Reading it is enough.", standing);
  }

  static Refusal whatInstead() {
    return Refusal.invalid("words", "With another offer, a few words about it are needed.");
  }

  static Refusal answeredEnough() {
    return Refusal.conflict("This was answered five times. The rest is for a talk.", null);
  }

  /// Not `rate`: a client would send it by itself when the time is over.
  static Refusal requestRests() {
    return Refusal.of(
        Code.TOO_SOON,
        "The answer was no. This request rests for a day. The need alone can be shared.");
  }

  static Refusal reminderRests() {
    return Refusal.of(Code.TOO_SOON, "Your partner ended the reminder. It rests for a day.");
  }

  static Refusal proposedEnough(Duration after) {
    return Refusal.rate("Three proposals in a day are enough for one reminder.", after);
  }

  static Refusal otherReminder(Need.Standing standing) {
    return Refusal.conflict("This reminder is not there now. Please look at it anew.", standing);
  }

  static Refusal timeBehind() {
    return Refusal.of(Code.TOO_SOON, "Please choose a time that is ahead.");
  }

  static Refusal needed(String field) {
    return Refusal.invalid(field, "At least one is needed here.");
  }

  static Refusal askedOnce(Boundary.Standing standing) {
    return Refusal.conflict("You asked one question already. The rest is for a talk.", standing);
  }
}
