package app.haven.timeout;

import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.timeout.Timeout.Standing;

/// Every no of a time-out, in sentences a person can use.
final class TimeoutRefusals {
  private TimeoutRefusals() {}

  static Refusal idTaken(Standing standing) {
    return Refusal.conflict("This id already names a time-out.", standing);
  }

  static Refusal alreadyOpen(Standing standing) {
    return Refusal.conflict(
        "You already have an open time-out. You can ask for more time there.", standing);
  }

  static Refusal tooShort() {
    return Refusal.of(
        Code.TOO_SOON, "A time-out is at least 5 minutes. Please choose a later time.");
  }

  static Refusal tooLong() {
    return Refusal.of(
        Code.TOO_LONG, "A time-out is at most 24 hours. Please choose an earlier time.");
  }

  static Refusal forPartner() {
    return Refusal.of(Code.NOT_YOURS, "This is for your partner to say, about your time-out.");
  }

  static Refusal notLater() {
    return Refusal.of(
        Code.TOO_SOON, "More time needs a time that is ahead and later than the one that stands.");
  }

  static Refusal tooLongFromStart() {
    return Refusal.of(Code.TOO_LONG, "A time-out is at most 24 hours, counted from its start.");
  }

  static Refusal talkBehind() {
    return Refusal.of(Code.TOO_SOON, "Please choose a time to talk that is ahead.");
  }

  static Refusal talkTooFar() {
    return Refusal.of(Code.TOO_LONG, "Please choose a time to talk within the next 7 days.");
  }

  static Refusal enoughTalks(Standing standing) {
    return Refusal.conflict(
        "Five talks are agreed and still ahead. You can come back without another time.", standing);
  }

  static Refusal enoughNotes(Standing standing) {
    return Refusal.conflict(
        "Three notes are here already. That is the most for one time-out.", standing);
  }

  static Refusal lapsed() {
    return Refusal.of(
        Code.TOO_LATE, "This time-out lapsed 24 hours after its time. It is over now.");
  }

  static Refusal ended(Standing standing) {
    return Refusal.conflict("This time-out has ended.", standing);
  }

  static Refusal saidOtherwise(Standing standing) {
    return Refusal.conflict("You said this already. What you said first stands.", standing);
  }
}
