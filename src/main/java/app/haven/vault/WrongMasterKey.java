package app.haven.vault;

/// The key file cannot be used. The message is one line for the operator and holds no key.
public final class WrongMasterKey extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String line;

  WrongMasterKey(String why) {
    super("HAVEN_MASTER_KEY_FILE: " + why);
    this.line = "HAVEN_MASTER_KEY_FILE: " + why;
  }

  public String line() {
    return line;
  }
}
