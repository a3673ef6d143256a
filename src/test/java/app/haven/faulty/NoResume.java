package app.haven.faulty;

import app.haven.kernel.Partners;
import app.haven.kernel.Position;
import app.haven.kernel.Stream;
import app.haven.kernel.Streams;
import app.haven.live.Drains;
import app.haven.live.Hellos;
import app.haven.live.LiveSettings;
import app.haven.live.Sockets;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Goes on from now, whatever a device that was away had last.
@Alternative
@Priority(1)
@Singleton
public class NoResume extends Hellos {
  @Inject
  public NoResume(
      Partners partners,
      Streams streams,
      Sockets sockets,
      Drains drains,
      LiveSettings settings,
      Clock clock,
      MeterRegistry meters) {
    super(partners, streams, sockets, drains, settings, clock, meters);
  }

  @Override
  protected @Nullable Position from(Stream stream, Map<String, Position> after) {
    var place = super.from(stream, after);
    return Fault.NO_RESUME.chosen() && place != null ? stream.position() : place;
  }
}
