package app.haven.faults;

record Violation(Invariant invariant, String what) {
  @Override
  public String toString() {
    return invariant + " (" + invariant.says + "): " + what;
  }
}
