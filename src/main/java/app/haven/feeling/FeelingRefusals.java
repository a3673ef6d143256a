package app.haven.feeling;

import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import java.time.Duration;

/// Every no around how one is, in sentences a person can use.
final class FeelingRefusals {
  private FeelingRefusals() {}

  static Refusal oneFeeling() {
    return Refusal.invalid("feeling", "One of feeling and own is needed, and not both.");
  }

  static Refusal bothFeelings() {
    return Refusal.invalid("own", "Either feeling or own is allowed here, not both.");
  }

  static Refusal intensity() {
    return Refusal.invalid("intensity", "A whole number from 1 to 5 is allowed here.");
  }

  static Refusal tooLongAgo() {
    return Refusal.invalid("at", "A time in the last 30 days is allowed here.");
  }

  static Refusal gone() {
    return Refusal.conflict("This was erased. A new one is fine.", null);
  }

  static Refusal enoughVersions() {
    return Refusal.conflict("This was changed twenty times, which is the most.", null);
  }

  static Refusal nothingChosen() {
    return Refusal.invalid("feeling", "One of feeling, own, fact and note is needed.");
  }

  static Refusal shared(SharedMoment.Standing standing) {
    return Refusal.conflict("This was shared already. What was shared first stands.", standing);
  }

  static Refusal takenBack(SharedMoment.Standing standing) {
    return Refusal.conflict("This was taken back. It needs no answer.", standing);
  }

  static Refusal enough(Duration after) {
    return Refusal.rate("Ten in a day are enough for now. Yours are all kept.", after);
  }

  static Refusal forPartner() {
    return Refusal.of(Code.NOT_YOURS, "This is for your partner to answer.");
  }

  static Refusal emptyAnswer() {
    return Refusal.invalid("reply", "One of reply and words is needed.");
  }

  static Refusal answered(SharedMoment.Standing standing) {
    return Refusal.conflict("You answered already. What you said first stands.", standing);
  }

  static Refusal noWordsOfYours() {
    return Refusal.of(Code.NOT_YOURS, "There are no words of yours here.");
  }

  static Refusal whichReminder() {
    return Refusal.invalid("reminder", "A whole number from 1 to 3 is allowed here.");
  }

  static Refusal howLong() {
    return Refusal.invalid("minutes", "A whole number from 5 to 720 is allowed here.");
  }

  static Refusal nothingToPutOff() {
    return Refusal.conflict("This reminder is over already.", null);
  }

  static Refusal enoughWords() {
    return Refusal.conflict("Thirty are kept already. That is the most.", null);
  }
}
