package app.haven.expectation;

import app.haven.expectation.Expectation.Standing;
import app.haven.kernel.Refusal;
import java.time.Duration;

/// Every no of the rules, in sentences a person can use.
final class ExpectationRefusals {
  private ExpectationRefusals() {}

  static Refusal idTaken(Standing standing) {
    return Refusal.conflict("This id already names an exchange.", standing);
  }

  static Refusal topicOpen(Standing standing) {
    return Refusal.conflict("This topic is open already. You can both answer it.", standing);
  }

  static Refusal enough(Duration after) {
    return Refusal.rate("Ten in a day are enough for the two of you. There is time.", after);
  }

  static Refusal nothingSaid() {
    return Refusal.invalid("first", "One line is enough, but one is needed.");
  }

  static Refusal revealed(Standing standing) {
    return Refusal.conflict("This is open for both of you now. It changes no more.", standing);
  }

  static Refusal notYet(Standing standing) {
    return Refusal.conflict("This opens when you are both ready.", standing);
  }
}
