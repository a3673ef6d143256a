package app.haven.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Which stream an event goes to, seen from its author. Lower case on the wire.
public enum Target {
  OURS,
  MINE;

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
