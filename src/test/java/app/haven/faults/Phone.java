package app.haven.faults;

import app.haven.client.Api;
import app.haven.faults.Line.Arrival;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One device that speaks `haven.v1` by the book: its state and its places are kept together, it
/// resumes where it was, reads a snapshot when told, and comes back after every loss.
final class Phone implements Runnable {
  private static final String EVENT = "{\"type\":\"event\"";
  private static final Duration SILENCE = Duration.ofSeconds(35);

  private final String name;
  private final Account account;
  private final Notes notes;
  private final Notes.Tape tape;
  private final Backoff backoff;
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();

  // What the device keeps: together, and over every loss of the line.
  private final Map<String, Position> places = new HashMap<>();
  private Fold fold = new Fold();

  private @Nullable Line line;
  private boolean greeted;
  private boolean wanted = true;
  private boolean over;
  private int tries;

  private record Pending(Ask ask, CompletableFuture<Answer> answer) {}

  /// @param home which of the nodes it tries first
  Phone(String name, Account account, int home, Notes notes, Random random) {
    this.name = name;
    this.account = account;
    this.notes = notes;
    this.tape = notes.tape(name, account.person());
    this.backoff = new Backoff(random);
    this.tries = home;
  }

  @Override
  public void run() {
    try {
      while (awaitWanted()) {
        var opened = Line.open(nextNode(), account.token());
        if (opened != null) {
          converse(opened);
          tries--; // back to the same node; the other one is for when it stays shut
        }
        backoff.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean awaitWanted() throws InterruptedException {
    while (!wanted && !over) wait();
    return !over;
  }

  private URI nextNode() {
    return account.nodes().get(Math.floorMod(tries++, account.nodes().size()));
  }

  private void converse(Line opened) throws InterruptedException {
    synchronized (this) {
      if (!wanted) {
        opened.cut();
        return;
      }
      line = opened;
    }
    hello(opened);
    for (var next = opened.next(SILENCE); ; next = opened.next(SILENCE)) {
      if (next instanceof Arrival.Frame(String text)) {
        take(opened, text);
        continue;
      }
      if (next instanceof Arrival.End(int code)) tape.add(new Step.Closed(code));
      break;
    }
    opened.cut();
    lost();
  }

  private synchronized void lost() {
    line = null;
    greeted = false;
    pending.keySet().forEach(id -> answer(id, new Answer.Unknown("the line was lost")));
  }

  private synchronized void hello(Line on) {
    greeted = false;
    tape.add(new Step.Hello(Map.copyOf(places)));
    var hello = Api.data().put("type", "hello").put("device", name);
    var after = hello.putObject("after");
    places.forEach(
        (stream, at) -> after.putObject(stream).put("epoch", at.epoch()).put("seq", at.seq()));
    on.send(hello.toString());
  }

  private void take(Line on, String text) {
    if (text.startsWith(EVENT)) {
      event(on, notes.event(text));
      return;
    }
    var frame = Event.json(text);
    switch (frame.path("type").asText()) {
      case "welcome" -> welcome(on, frame.path("streams"));
      case "caughtUp" ->
          tape.add(new Step.CaughtUp(frame.path("stream").asText(), frame.path("seq").asLong()));
      case "stream" -> told(on, frame);
      case "ok", "refused" -> answer(frame.path("id").asText(), answer(frame));
      case "ping" ->
          on.send(Api.data().put("type", "pong").put("n", frame.path("n").asLong()).toString());
      case "bye" -> backoff.ask(Duration.ofMillis(frame.path("after").asLong()));
      default -> {}
    }
  }

  private synchronized void event(Line on, Event event) {
    if (!greeted) {
      tape.add(new Step.Dropped(event));
      return;
    }
    tape.add(new Step.Got(event));
    var last = places.get(event.stream());
    if (last != null && last.epoch().equals(event.epoch()) && event.seq() <= last.seq()) return;
    if (last == null || !last.epoch().equals(event.epoch()) || event.seq() > last.seq() + 1) {
      hello(on);
      return;
    }
    places.put(event.stream(), new Position(event.epoch(), event.seq()));
    fold.apply(event);
  }

  private void welcome(Line on, JsonNode streams) {
    var told = new HashMap<String, Step.Place>();
    for (var stream : streams.properties()) {
      var place = stream.getValue();
      told.put(
          stream.getKey(),
          new Step.Place(
              place.path("epoch").asText(),
              place.path("head").asLong(),
              place.path("mode").asText()));
    }
    tape.add(new Step.Welcome(told));
    backoff.succeeded();
    if (told.values().stream().anyMatch(place -> place.mode().equals("snapshot"))) {
      readSnapshot(on);
    } else {
      synchronized (this) {
        greeted = true;
      }
    }
  }

  private void told(Line on, JsonNode frame) {
    var stream = frame.path("stream").asText();
    var head = new Position(frame.path("epoch").asText(), frame.path("head").asLong());
    var mode = frame.path("mode").asText();
    tape.add(new Step.Told(stream, head, mode));
    switch (mode) {
      case "snapshot" -> readSnapshot(on);
      case "closed" -> forget(stream);
      default -> begin(stream, head);
    }
  }

  private synchronized void begin(String stream, Position head) {
    places.put(stream, head);
  }

  private synchronized void forget(String stream) {
    places.remove(stream);
  }

  private void readSnapshot(Line on) {
    var snapshot = read(on.node());
    if (snapshot == null) {
      on.cut();
      return;
    }
    synchronized (this) {
      tape.add(new Step.Read(snapshot));
      fold = Fold.of(snapshot);
      places.clear();
      for (var stream : snapshot.path("streams").properties()) {
        var at = stream.getValue();
        places.put(
            stream.getKey(), new Position(at.path("epoch").asText(), at.path("seq").asLong()));
      }
    }
    hello(on);
  }

  private @Nullable JsonNode read(URI node) {
    try {
      var answer = account.at(node).get("/api/v1/snapshot");
      return answer.status() == 200 ? answer.body() : null;
    } catch (UncheckedIOException e) {
      return null;
    }
  }

  static Answer answer(JsonNode frame) {
    if (!frame.path("type").asText().equals("refused")) return ok(frame);
    return refusal(frame.path("problem").path("code").asText());
  }

  static Answer refusal(String code) {
    return code.equals("internal") || code.equals("unavailable")
        ? new Answer.Unknown(code)
        : new Answer.Refused(code);
  }

  static Answer.Ok ok(JsonNode body) {
    var positions = new HashMap<String, Position>();
    for (var stream : body.path("positions").properties()) {
      var at = stream.getValue();
      positions.put(
          stream.getKey(), new Position(at.path("epoch").asText(), at.path("seq").asLong()));
    }
    return new Answer.Ok(
        Instant.parse(body.path("at").asText()), body.path("repeated").asBoolean(), positions);
  }

  private void answer(String id, Answer answer) {
    var waiting = pending.remove(id);
    if (waiting == null) return;
    notes.answered(waiting.ask(), answer);
    waiting.answer().complete(answer);
  }

  /// Sends a command.
  ///
  /// @return what comes of it; null where this device cannot send now
  synchronized @Nullable CompletableFuture<Answer> submit(Ask ask) {
    if (line == null || !greeted) return null;
    var answer = new CompletableFuture<Answer>();
    pending.put(ask.id(), new Pending(ask, answer));
    line.send(ask.command().toString());
    return answer;
  }

  /// What its person sees.
  synchronized <T> T seen(Function<Fold, T> look) {
    return look.apply(fold);
  }

  String person() {
    return account.person();
  }

  synchronized boolean online() {
    return line != null && greeted;
  }

  synchronized boolean wanted() {
    return wanted;
  }

  synchronized long place(String stream) {
    var at = places.get(stream);
    return at == null ? 0 : at.seq();
  }

  /// The network is gone for a moment.
  synchronized void cut() {
    if (line != null) line.cut();
  }

  synchronized void offline() {
    wanted = false;
    cut();
  }

  /// Somebody picks the device up.
  void wake() {
    synchronized (this) {
      wanted = true;
      notifyAll();
    }
    backoff.nudge();
  }

  synchronized void end() {
    over = true;
    cut();
    notifyAll();
    backoff.nudge();
  }
}
