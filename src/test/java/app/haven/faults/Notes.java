package app.haven.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Writes down what everybody sends and receives.
final class Notes {
  private final TestClock clock;

  /// An event is the same text at every device: it is read and kept once.
  private final Map<String, Event> events = new ConcurrentHashMap<>();

  private final ConcurrentLinkedQueue<Ask> asks = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Tape> tapes = new ConcurrentLinkedQueue<>();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger unknown = new AtomicInteger();

  Notes(TestClock clock) {
    this.clock = clock;
  }

  /// The life of one device. Written by its own thread alone.
  static final class Tape {
    private final String name;
    private final String person;
    private final List<Step> steps = new ArrayList<>();

    private Tape(String name, String person) {
      this.name = name;
      this.person = person;
    }

    synchronized void add(Step step) {
      steps.add(step);
    }

    private synchronized History.Device told() {
      return new History.Device(name, person, List.copyOf(steps));
    }
  }

  Tape tape(String name, String person) {
    var tape = new Tape(name, person);
    tapes.add(tape);
    return tape;
  }

  Event event(String text) {
    return events.computeIfAbsent(text, frame -> Event.read(frame, clock.now()));
  }

  void asked(Ask ask) {
    asks.add(ask);
  }

  void answered(Ask ask, Answer answer) {
    if (ask.answered(answer)) acknowledged.incrementAndGet();
    if (answer instanceof Answer.Unknown) unknown.incrementAndGet();
  }

  int acknowledged() {
    return acknowledged.get();
  }

  /// Attempts whose outcome was not known.
  int unknown() {
    return unknown.get();
  }

  List<History.Asked> commands() {
    return asks.stream().map(Ask::told).toList();
  }

  List<History.Device> devices() {
    return tapes.stream().map(Tape::told).toList();
  }
}
