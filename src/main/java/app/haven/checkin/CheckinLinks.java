package app.haven.checkin;

import app.haven.kernel.Linkable;
import app.haven.kernel.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/// How somebody said they are can be what something else grew out of.
@ApplicationScoped
class CheckinLinks implements Linkable {
  private final Checkins checkins;

  @Inject
  CheckinLinks(Checkins checkins) {
    this.checkins = checkins;
  }

  @Override
  public String kind() {
    return "checkin";
  }

  @Override
  public boolean exists(StreamId stream, UUID id) {
    return checkins.of(stream, id).isPresent();
  }
}
