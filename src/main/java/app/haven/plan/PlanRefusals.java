package app.haven.plan;

import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import java.time.Duration;

/// Every no about plans, in sentences a person can use.
final class PlanRefusals {
  private PlanRefusals() {}

  static Refusal idTaken() {
    return Refusal.conflict("This id already names a plan.", null);
  }

  static Refusal enough(Duration after) {
    return Refusal.rate("Ten plans in an hour are enough for now. There is time.", after);
  }

  static Refusal full() {
    return Refusal.conflict(
        "Twenty-five plans of yours stand or wait already. Let one go, and there is room.", null);
  }

  static Refusal enoughHidden() {
    return Refusal.conflict("Twenty surprises are waiting already. That is the most.", null);
  }

  static Refusal crowded() {
    return Refusal.conflict(
        "Ten plans open within an hour of that time. Please choose another.", null);
  }

  static Refusal behind() {
    return Refusal.of(Code.TOO_SOON, "Please choose a time that is ahead.");
  }

  static Refusal far() {
    return Refusal.of(Code.TOO_LONG, "Please choose a time within a year.");
  }

  static Refusal opensAfter() {
    return Refusal.invalid("revealAt", "A time up to that of the plan itself is allowed here.");
  }

  static Refusal forPartner() {
    return Refusal.of(Code.NOT_YOURS, "This is for your partner to answer.");
  }

  static Refusal letGo(Plan.Standing stands) {
    return Refusal.conflict("This plan was let go. It needs nothing more.", stands);
  }

  static Refusal inHand(Plan.Standing stands) {
    return Refusal.conflict("Your partner sees to this one.", stands);
  }
}
