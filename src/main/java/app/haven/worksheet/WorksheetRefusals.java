package app.haven.worksheet;

import app.haven.kernel.Refusal;
import app.haven.worksheet.Worksheet.Standing;
import java.time.Duration;

/// Every no of the rules, in sentences a person can use.
final class WorksheetRefusals {
  private WorksheetRefusals() {}

  static Refusal idTaken(Standing standing) {
    return Refusal.conflict("This id already names a worksheet.", standing);
  }

  static Refusal enough(Duration after) {
    return Refusal.rate("Ten in a day are enough for the two of you. There is time.", after);
  }

  static Refusal manyStand() {
    return Refusal.conflict(
        "Twenty that you opened are there still. Close one, and there is room.", null);
  }

  static Refusal nothingSaid() {
    return Refusal.invalid("view", "A few words or one layer are enough, but one is needed.");
  }

  static Refusal openNoMore(Standing standing) {
    return Refusal.conflict("Own views are not open here any more.", standing);
  }

  static Refusal notYet(Standing standing) {
    return Refusal.conflict("This opens when you are both ready.", standing);
  }

  static Refusal otherVersion(Standing standing) {
    return Refusal.conflict("Your partner wrote here meanwhile. Please read that first.", standing);
  }

  static Refusal writtenEnough(Standing standing) {
    return Refusal.conflict(
        "Twenty-five versions of yours are the most. The rest is for a talk.", standing);
  }

  static Refusal closed(Standing standing) {
    return Refusal.conflict("This is closed. It changes no more.", standing);
  }
}
