package app.haven.faulty;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a build can do wrong. One is chosen for the life of a process by `HAVEN_FAULT`.
public enum Fault {
  ANSWER_BEFORE_COMMIT,
  NO_DEDUPE,
  SEQUENCE_INSTEAD_OF_LOCK,
  NO_RESUME,
  NO_SWEEP;

  public static final String SETTING = "HAVEN_FAULT";
  private static final Optional<Fault> CHOSEN =
      Optional.ofNullable(System.getenv(SETTING)).map(Fault::named);

  /// A name that is not known would run the good build and call it a broken one.
  public static Fault named(String name) {
    return Arrays.stream(values())
        .filter(fault -> fault.wire().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no fault is called " + name));
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean chosen() {
    return CHOSEN.filter(this::equals).isPresent();
  }
}
