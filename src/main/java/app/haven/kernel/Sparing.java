package app.haven.kernel;

import java.util.Set;

/// A feature's word on what need not reach somebody outside the app: what they muted, or what is
/// not meant for them.
public interface Sparing {
  /// The kinds of events it has a say in; none means all.
  Set<String> kinds();

  /// @param bare the event without words
  boolean spares(PersonId reader, Event bare);
}
