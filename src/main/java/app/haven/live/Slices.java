package app.haven.live;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.Stream;
import java.util.ArrayList;
import java.util.List;

/// What was read of one stream for all sockets of this node, written as frames once: both partners
/// get the same bytes.
final class Slices {
  private final EventLog.Slice slice;
  private final List<String> frames = new ArrayList<>();

  Slices(EventLog.Slice slice) {
    this.slice = slice;
    String name = slice.stream().target().wire();
    String epoch = slice.stream().position().epoch();
    for (Event event : slice.events()) {
      frames.add(
          new ServerFrame.Event(
                  name,
                  epoch,
                  event.seq(),
                  event.command(),
                  event.at(),
                  event.by(),
                  event.kind(),
                  event.data())
              .text());
    }
  }

  Stream stream() {
    return slice.stream();
  }

  List<Event> events() {
    return slice.events();
  }

  String frame(int index) {
    return frames.get(index);
  }
}
