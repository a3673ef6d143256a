package app.haven.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The life of one device once more, strictly by the protocol: what it applied, where it stands,
/// and every frame that should not have come as it came.
final class Replay {
  private static final long MOST_BEHIND = 500;

  /// A stretch that a snapshot carried the device over.
  private record Jump(long after, long to) {}

  private final History.Device device;
  private final Map<String, Position> positions = new HashMap<>();
  private final Map<String, NavigableMap<Long, Event>> applied = new HashMap<>();
  private final Map<String, List<Jump>> jumps = new HashMap<>();
  private final Set<String> following = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private Fold fold = new Fold();

  private Replay(History.Device device) {
    this.device = device;
  }

  static Replay of(History.Device device) {
    var replay = new Replay(device);
    device.steps().forEach(replay::take);
    return replay;
  }

  private void take(Step step) {
    switch (step) {
      case Step.Hello _ -> following.clear();
      case Step.Welcome welcome -> welcome.streams().forEach(this::greet);
      case Step.Got got -> apply(got.event());
      case Step.CaughtUp caughtUp -> caughtUp(caughtUp);
      case Step.Told told -> told(told);
      case Step.Read read -> read(read);
      case Step.Dropped _, Step.Closed _ -> {}
    }
  }

  private void greet(String stream, Step.Place place) {
    var known = positions.get(stream);
    boolean comparable = known != null && known.epoch().equals(place.epoch());
    long behind = known == null ? -1 : place.head() - known.seq();
    boolean resumes = comparable && behind >= 0 && behind <= MOST_BEHIND;
    var right = resumes ? (behind == 0 ? "current" : "replay") : "snapshot";
    if (!right.equals(place.mode())) {
      fault("%s is %s at %d, but it stood at %s", stream, place.mode(), place.head(), known);
    }
    if (!place.mode().equals("snapshot")) following.add(stream);
  }

  private void apply(Event event) {
    var last = positions.get(event.stream());
    if (last == null || !following.contains(event.stream())) {
      fault("%s %d came unasked", event.stream(), event.seq());
    } else if (!last.epoch().equals(event.epoch()) || event.seq() != last.seq() + 1) {
      fault("%s %d (%s) came after %s", event.stream(), event.seq(), event.epoch(), last);
    } else {
      positions.put(event.stream(), new Position(event.epoch(), event.seq()));
      applied.computeIfAbsent(event.stream(), _ -> new TreeMap<>()).put(event.seq(), event);
      fold.apply(event);
    }
  }

  private void caughtUp(Step.CaughtUp step) {
    var last = positions.get(step.stream());
    if (last == null || last.seq() != step.seq()) {
      fault("%s is said to be caught up at %d, but stands at %s", step.stream(), step.seq(), last);
    }
  }

  private void told(Step.Told told) {
    switch (told.mode()) {
      case "opened" -> {
        positions.put(told.stream(), told.head());
        following.add(told.stream());
      }
      case "closed" -> positions.remove(told.stream());
      default -> following.remove(told.stream());
    }
  }

  private void read(Step.Read read) {
    fold = Fold.of(read.snapshot());
    for (var stream : read.snapshot().path("streams").properties()) {
      var to = stream.getValue().path("seq").asLong();
      var from = positions.get(stream.getKey());
      long after = from == null ? 0 : from.seq();
      if (to < after) fault("%s went back from %d to %d by a snapshot", stream.getKey(), after, to);
      jumps.computeIfAbsent(stream.getKey(), _ -> new ArrayList<>()).add(new Jump(after, to));
      positions.put(stream.getKey(), new Position(stream.getValue().path("epoch").asText(), to));
    }
  }

  private void fault(String format, @Nullable Object... values) {
    faults.add(format.formatted(values));
  }

  History.Device device() {
    return device;
  }

  /// What came otherwise than numbers that go up by one.
  List<String> faults() {
    return faults;
  }

  Fold fold() {
    return fold;
  }

  long last(String stream) {
    var position = positions.get(stream);
    return position == null ? 0 : position.seq();
  }

  NavigableMap<Long, Event> applied(String stream) {
    return applied.getOrDefault(stream, new TreeMap<>());
  }

  /// Whether a snapshot carried the device over this number.
  boolean jumped(String stream, long seq) {
    return jumps.getOrDefault(stream, List.of()).stream()
        .anyMatch(jump -> seq > jump.after() && seq <= jump.to());
  }
}
