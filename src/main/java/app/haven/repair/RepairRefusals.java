package app.haven.repair;

import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.kernel.Refusal.FieldError;
import app.haven.repair.Repair.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every no of the rules, in sentences a person can use.
final class RepairRefusals {
  private RepairRefusals() {}

  static Refusal idTaken(Standing standing) {
    return Refusal.conflict("This id already names an attempt.", standing);
  }

  static Refusal nothingSaid() {
    return Refusal.invalid("words", "A phrase, own words, or the three parts are needed.");
  }

  static Refusal saidTwice() {
    return Refusal.invalid("words", "One of these at a time: a phrase, own words, or three parts.");
  }

  /// Throws where one of the three parts is not there.
  static void missing(RepairCommand.Offer wish) {
    var errors = new ArrayList<FieldError>();
    need(errors, "acknowledgement", wish.acknowledgement(), "What did you do?");
    need(errors, "empathy", wish.empathy(), "What may it have been like for your partner?");
    need(errors, "restitution", wish.restitution(), "How would you like to make it good?");
    if (!errors.isEmpty()) throw Refusal.invalid(errors);
  }

  private static void need(
      List<FieldError> errors, String field, @Nullable String said, String question) {
    if (said == null) errors.add(new FieldError(field, question));
  }

  static Refusal ownThread() {
    return Refusal.of(
        Code.NOT_YOURS, "This thread is your partner's. Your own words begin a thread of yours.");
  }

  /// Not `rate`: a client would send it by itself when the time is over, and words that were meant
  /// for now may not fit then.
  static Refusal resting() {
    return Refusal.of(
        Code.TOO_SOON, "Your partner asked for time, and it is not over. Your words can wait.");
  }

  static Refusal enough(Duration after) {
    return Refusal.rate("Ten in an hour are enough for now. There is time.", after);
  }

  static Refusal forPartner() {
    return Refusal.of(Code.NOT_YOURS, "This is for your partner to answer.");
  }

  static Refusal gone(Standing standing) {
    return Refusal.conflict("This was taken back. It needs no answer.", standing);
  }

  static Refusal onlyNeedTime() {
    return Refusal.invalid("until", "A time goes with need_time only.");
  }

  static Refusal untilWhen() {
    return Refusal.invalid("until", "Until when would you like time?");
  }

  static Refusal timeBehind() {
    return Refusal.of(Code.TOO_SOON, "Please choose a time that is ahead.");
  }

  static Refusal timeTooFar() {
    return Refusal.of(
        Code.TOO_LONG,
        "Please choose a time within the next " + Repair.TIME_WITHIN.toDays() + " days.");
  }

  static Refusal whatWouldHelp() {
    return Refusal.invalid("words", "What would help? \"Some time\" is an answer too.");
  }

  static Refusal whatIsNeeded() {
    return Refusal.invalid("words", "What do you need?");
  }

  static Refusal forReceiver() {
    return Refusal.of(
        Code.NOT_YOURS, "Your partner decides whether and when you come back to this.");
  }

  static Refusal days() {
    return Refusal.invalid("days", "1 to 90 days are allowed here.");
  }

  static Refusal notToThis() {
    return Refusal.invalid("about", "An attempt can be about a timeout or a concern.");
  }
}
