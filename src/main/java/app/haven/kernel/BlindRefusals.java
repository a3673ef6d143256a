package app.haven.kernel;

/// Every no around a blind answer. None depends on what the other did before it was revealed.
final class BlindRefusals {
  private BlindRefusals() {}

  static Refusal idTaken() {
    return Refusal.conflict("This id already names something of another space.", null);
  }

  static Refusal saidReady() {
    return Refusal.conflict("You said you are ready. Take that back to change your answer.", null);
  }

  static Refusal revealed() {
    return Refusal.conflict("This is open for both of you now. It changes no more.", null);
  }
}
