package app.haven.feeling;

import app.haven.kernel.Linkable;
import app.haven.kernel.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/// What was shared of a moment can be what something else grew out of; what is private never.
@ApplicationScoped
class FeelingLinks implements Linkable {
  private final SharedMoments moments;

  @Inject
  FeelingLinks(SharedMoments moments) {
    this.moments = moments;
  }

  @Override
  public String kind() {
    return "moment";
  }

  @Override
  public boolean exists(StreamId stream, UUID id) {
    return moments.of(stream, id).isPresent();
  }
}
