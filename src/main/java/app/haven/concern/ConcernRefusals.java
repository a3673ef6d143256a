package app.haven.concern;

import app.haven.concern.Concern.Standing;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import java.time.Duration;

/// Every no of the rules, in sentences a person can use.
final class ConcernRefusals {
  private ConcernRefusals() {}

  static Refusal idTaken(Standing standing) {
    return Refusal.conflict("This id already names a concern.", standing);
  }

  static Refusal enough(Duration after) {
    return Refusal.rate("Five in a day are enough for the two of you. There is time.", after);
  }

  static Refusal listFull() {
    return Refusal.conflict("Twenty of yours are on the list already. That is the most.", null);
  }

  static Refusal oneAtATime(Standing open) {
    return Refusal.conflict("Another one is being heard. One at a time is enough.", open);
  }

  /// Not `rate`: a client would send it by itself when the time is over.
  static Refusal othersTurn() {
    return Refusal.of(
        Code.TOO_SOON, "Your partner has one waiting too, and has the next turn for a day.");
  }

  static Refusal forPartner() {
    return Refusal.of(Code.NOT_YOURS, "This is for your partner to say.");
  }

  static Refusal forAuthor() {
    return Refusal.of(Code.NOT_YOURS, "The one who raised this says when it is enough.");
  }

  static Refusal waits(Standing standing) {
    return Refusal.conflict("This waits on the list. It is not its time yet.", standing);
  }

  static Refusal over(Standing standing) {
    return Refusal.conflict("This is over. Nothing more is needed.", standing);
  }

  static Refusal heardEnough() {
    return Refusal.conflict("This was said back five times. The rest is for a talk.", null);
  }

  static Refusal timeBehind() {
    return Refusal.of(Code.TOO_SOON, "Please choose a time that is ahead.");
  }

  static Refusal timeTooFar() {
    return Refusal.of(Code.TOO_LONG, "Please choose a time within the next seven days.");
  }

  static Refusal draftsFull() {
    return Refusal.conflict("Twenty drafts are kept already. That is the most.", null);
  }
}
