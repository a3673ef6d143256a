package app.haven.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/// Finds what a [Link] points to, so that features need not know each other.
@ApplicationScoped
public class Links {
  private final Iterable<Linkable> things;

  @Inject
  Links(@Any Instance<Linkable> things) {
    this((Iterable<Linkable>) things);
  }

  public Links(Iterable<Linkable> things) {
    this.things = things;
  }

  /// Never what stands in another stream: whoever guesses an id of others learns nothing.
  ///
  /// @throws Refusal `not-found`
  public void mustExist(StreamId stream, Link link) {
    for (var thing : things) {
      if (thing.kind().equals(link.kind()) && thing.exists(stream, link.id())) return;
    }
    throw Refusal.notFound();
  }
}
