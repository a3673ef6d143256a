package app.haven.weekly;

import app.haven.kernel.Linkable;
import app.haven.kernel.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/// An agreement or a promise can grow out of a weekly check-in.
@ApplicationScoped
class WeeklyLinks implements Linkable {
  private final Weeklies weeklies;

  @Inject
  WeeklyLinks(Weeklies weeklies) {
    this.weeklies = weeklies;
  }

  @Override
  public String kind() {
    return Weekly.KIND;
  }

  @Override
  public boolean exists(StreamId stream, UUID id) {
    return weeklies.of(stream, id).isPresent();
  }
}
