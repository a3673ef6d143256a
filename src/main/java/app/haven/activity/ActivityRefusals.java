package app.haven.activity;

import app.haven.activity.Activity.Standing;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import java.time.Duration;

/// Every no of the rules, in sentences a person can use.
final class ActivityRefusals {
  private ActivityRefusals() {}

  static Refusal idTaken(Standing standing) {
    return Refusal.conflict("This id already names an activity.", standing);
  }

  static Refusal oneAtATime(Standing standing) {
    return Refusal.conflict("Another one is offered or under way. One is enough.", standing);
  }

  /// Not `rate`: a client would send it by itself when the time is over, and nothing re-asks by
  /// itself.
  static Refusal resting() {
    return Refusal.of(
        Code.TOO_SOON, "Your partner said not now to this. It rests for a day. Another is fine.");
  }

  static Refusal enough(Duration after) {
    return Refusal.rate("Five offers in a day are enough. There is time.", after);
  }

  static Refusal forPartner() {
    return Refusal.of(Code.NOT_YOURS, "This is for your partner to answer.");
  }

  static Refusal forTheOneWhoOffered() {
    return Refusal.of(Code.NOT_YOURS, "You can say yes or not now to this.");
  }

  static Refusal othersTurn() {
    return Refusal.of(
        Code.NOT_YOURS, "Your partner has the turn. You can take it over when the time is up.");
  }

  static Refusal noSuchStep() {
    return Refusal.invalid("step", "The number of the step that is under way is allowed here.");
  }

  static Refusal notBegun(Standing standing) {
    return Refusal.conflict("This has not begun.", standing);
  }

  static Refusal begun(Standing standing) {
    return Refusal.conflict("This has begun. Either of you can end it.", standing);
  }

  static Refusal over(Standing standing) {
    return Refusal.conflict("This is over. Nothing more is needed.", standing);
  }
}
