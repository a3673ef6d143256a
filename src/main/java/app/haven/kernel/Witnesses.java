package app.haven.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/// Tells every [Witness] what one transaction appended.
@ApplicationScoped
public class Witnesses {
  private final Instance<Witness> all;

  @Inject
  public Witnesses(@Any Instance<Witness> all) {
    this.all = all;
  }

  /// @param moved the streams of these events
  void tell(List<EventLog.Numbered> events, Collection<Stream> moved) {
    if (events.isEmpty()) return;
    var streams = new HashMap<StreamId, Stream>();
    moved.forEach(stream -> streams.put(stream.id(), stream));
    var seen = new ArrayList<Witness.Seen>();
    for (var event : events) {
      var stream = streams.get(event.stream());
      if (stream == null) throw new IllegalStateException("an event in a stream that did not move");
      seen.add(
          new Witness.Seen(
              event.stream(), stream.readers(), event.seq(), event.at(), event.by(), event.kind()));
    }
    all.forEach(witness -> witness.saw(seen));
  }
}
