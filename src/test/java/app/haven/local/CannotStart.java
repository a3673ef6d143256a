package app.haven.local;

/// Something this machine lacks or holds. The message is one line for the person who started it.
public final class CannotStart extends RuntimeException {
  public CannotStart(String message) {
    super(message);
  }

  public CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
