package app.haven.notify;

import app.haven.kernel.Witness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/// Writes down whom an event is to reach, in the event's own transaction: a crash loses neither or
/// both.
@ApplicationScoped
class Noticing implements Witness {
  private final Notices notices;
  private final Ways ways;
  private final NotifySettings settings;

  @Inject
  Noticing(Notices notices, Ways ways, NotifySettings settings) {
    this.notices = notices;
    this.ways = ways;
    this.settings = settings;
  }

  @Override
  public void saw(List<Seen> events) {
    if (!ways.any()) return;
    var wanted =
        events.stream()
            .filter(event -> Reach.of(event.kind()).isPresent())
            .flatMap(event ->
                event.readers().stream()
                    .filter(reader -> !reader.equals(event.by()))
                    .map(reader -> new Notices.For(reader, event)))
            .toList();
    if (!wanted.isEmpty()) notices.add(wanted, settings.grace());
  }
}
