package app.haven.question;

import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.question.Question.Standing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Every no of the rules, in sentences a person can use.
final class QuestionRefusals {
  private QuestionRefusals() {}

  static Refusal idTaken() {
    return Refusal.conflict("This id already names a question.", null);
  }

  static Refusal oneAtATime(Standing open) {
    return Refusal.conflict("Another question is open. One at a time is enough.", open);
  }

  static Refusal othersTurn() {
    return Refusal.of(
        Code.NOT_YOURS, "Your partner has the turn. After a day it is free for both.");
  }

  static Refusal noTurn() {
    return Refusal.of(Code.NOT_YOURS, "The turn is not yours to pass on.");
  }

  static Refusal enough(Duration after) {
    return Refusal.rate("Twenty in an hour are enough for now. There is time.", after);
  }

  static Refusal over(@Nullable Standing standing) {
    return Refusal.conflict("This question is over. Nothing more is needed.", standing);
  }

  static Refusal notOpenedYet(Standing standing) {
    return Refusal.conflict("The answers are not open yet.", standing);
  }

  static Refusal saidEnough() {
    return Refusal.conflict("You said three things about this. The rest is for a talk.", null);
  }

  static Refusal ownFull() {
    return Refusal.conflict("Thirty of yours are in the deck already. That is the most.", null);
  }

  static Refusal ownTaken() {
    return Refusal.conflict("This id already names a question of your own.", null);
  }

  static Refusal ownEnough(Duration after) {
    return Refusal.rate("Ten in an hour are enough for now. There is time.", after);
  }
}
