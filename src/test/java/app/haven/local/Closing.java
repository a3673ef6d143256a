package app.haven.local;

/// Closes on the way out: one server that cannot be stopped must not keep the next one running.
final class Closing {
  private Closing() {}

  static void quietly(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception e) {
      System.err.println(
          "Could not stop " + server.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }
}
