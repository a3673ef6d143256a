package app.haven.kernel;

import java.util.UUID;

/// The event `words.erased`: its author took back what they had written about this thing. The
/// stream has a new epoch from here on, so that no device keeps the words.
///
/// @param kind of the thing, such as `gratitude`
/// @param id of the thing
public record WordsErased(String kind, UUID id) {
  public static final String KIND = "words.erased";
}
