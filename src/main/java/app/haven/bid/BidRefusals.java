package app.haven.bid;

import app.haven.bid.Bid.Standing;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import java.time.Duration;

/// Every no of the rules, in sentences a person can use.
final class BidRefusals {
  private BidRefusals() {}

  static Refusal idTaken(Standing standing) {
    return Refusal.conflict("This id already names a bid.", standing);
  }

  static Refusal planNeedsTime() {
    return Refusal.invalid("at", "A plan needs a time.");
  }

  static Refusal nothingWanted() {
    return Refusal.invalid("wanted", "This goes with view and talk only.");
  }

  static Refusal timeBehind() {
    return Refusal.of(Code.TOO_SOON, "Please choose a time that is ahead.");
  }

  static Refusal timeTooFar(Duration within) {
    return Refusal.of(
        Code.TOO_LONG, "Please choose a time within the next " + within.toDays() + " days.");
  }

  /// Not `rate`: a client would send it by itself when the time is over, and nothing re-asks by
  /// itself.
  static Refusal resting() {
    return Refusal.of(
        Code.TOO_SOON,
        "Your partner said not now to this. It rests for a day. You can reach out in another way.");
  }

  static Refusal enough(Duration after) {
    return Refusal.rate("Ten in an hour are enough for now. There is time.", after);
  }

  static Refusal forPartner() {
    return Refusal.of(Code.NOT_YOURS, "This is for your partner to answer.");
  }

  static Refusal onlyLater() {
    return Refusal.invalid("at", "A time goes with later only.");
  }

  static Refusal gone(Standing standing) {
    return Refusal.conflict("This was taken back. It needs no answer.", standing);
  }
}
