package app.haven.kernel;

import java.time.Duration;
import java.util.Optional;

/// The tabs that are open at this node, for what must not disturb where the app is open anyway.
/// Never stored and never told to anybody: whether somebody is here is nobody's business.
public interface OpenTabs {
  /// How long ago a tab of this person said anything; empty where none is open here.
  ///
  /// @param device as its `hello` named it
  Optional<Duration> silence(PersonId person, String device);

  /// The same for the person's whole set of tabs here.
  Optional<Duration> silence(PersonId person);

  /// Asks these tabs to say something: one that sleeps does not.
  void ask(PersonId person);
}
