package app.haven.plan;

import app.haven.kernel.Linkable;
import app.haven.kernel.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/// An idea can be what a plan grew out of.
@ApplicationScoped
class IdeaLinks implements Linkable {
  private final Ideas ideas;

  @Inject
  IdeaLinks(Ideas ideas) {
    this.ideas = ideas;
  }

  @Override
  public String kind() {
    return "idea";
  }

  @Override
  public boolean exists(StreamId stream, UUID id) {
    return ideas.of(stream, id).isPresent();
  }
}
