package app.haven.live;

/// How often this socket was refused in the running minute.
final class Refusals {
  private static final int MOST = 100;
  private static final long MINUTE = 60_000_000_000L;

  private long since = System.nanoTime();
  private int count;

  /// @return whether this one was too many
  synchronized boolean tooMany() {
    long now = System.nanoTime();
    if (now - since > MINUTE) {
      since = now;
      count = 0;
    }
    return ++count > MOST;
  }
}
