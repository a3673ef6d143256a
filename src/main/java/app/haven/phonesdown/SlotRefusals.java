package app.haven.phonesdown;

import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.phonesdown.Slot.Standing;
import java.time.Duration;

/// Every no of the rules, in sentences a person can use.
final class SlotRefusals {
  private SlotRefusals() {}

  static Refusal idTaken(Standing standing) {
    return Refusal.conflict("This id already names a time of yours.", standing);
  }

  static Refusal oneAtATime(Standing standing) {
    return Refusal.conflict("One such time stands already. One is enough.", standing);
  }

  static Refusal minutes() {
    return Refusal.invalid("minutes", "10 to 180 minutes are allowed here.");
  }

  static Refusal startAt() {
    return Refusal.invalid(
        "startAt", "A time ahead, within 14 days, is allowed here; or none, for now.");
  }

  /// Not `rate`: a client would send it by itself when the time is over, and nothing re-asks by
  /// itself.
  static Refusal resting() {
    return Refusal.of(
        Code.TOO_SOON, "Your partner said not now to this. It rests for a day on your side.");
  }

  static Refusal enough(Duration after) {
    return Refusal.rate("Five of these in a day are enough. There is time.", after);
  }

  static Refusal forPartner() {
    return Refusal.of(Code.NOT_YOURS, "This is for your partner to answer.");
  }

  static Refusal forTheOneWhoProposed() {
    return Refusal.of(Code.NOT_YOURS, "You can say yes or not now to this.");
  }

  static Refusal notAgreed(Standing standing) {
    return Refusal.conflict("Nobody has said yes to this so far.", standing);
  }

  static Refusal agreed(Standing standing) {
    return Refusal.conflict("Both have said yes to this. Either of you can end it.", standing);
  }

  static Refusal over(Standing standing) {
    return Refusal.conflict("This is over. Nothing more is needed.", standing);
  }
}
