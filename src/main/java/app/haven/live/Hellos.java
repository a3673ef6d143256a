package app.haven.live;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Failures;
import app.haven.kernel.Lane;
import app.haven.kernel.Partners;
import app.haven.kernel.PersonId;
import app.haven.kernel.Position;
import app.haven.kernel.Stream;
import app.haven.kernel.StreamId;
import app.haven.kernel.Streams;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Answers a hello: where each stream is and how this device gets there. Afterwards everything goes
/// the same way as any event.
@ApplicationScoped
public class Hellos {
  private static final int MOST_WAITING = 20_000;
  private static final int MOST_TOGETHER = 200;

  private final Partners partners;
  private final Streams streams;
  private final Sockets sockets;
  private final Drains drains;
  private final LiveSettings settings;
  private final Clock clock;
  private final DistributionSummary depth;
  private @Nullable Lane<Greeting> lane;

  @Inject
  public Hellos(
      Partners partners,
      Streams streams,
      Sockets sockets,
      Drains drains,
      LiveSettings settings,
      Clock clock,
      MeterRegistry meters) {
    this.partners = partners;
    this.streams = streams;
    this.sockets = sockets;
    this.drains = drains;
    this.settings = settings;
    this.clock = clock;
    this.depth = meters.summary("haven.replay.depth");
  }

  private record Greeting(
      LiveSession session, ClientFrame.Hello hello, CompletableFuture<Void> answered) {}

  private record Standing(Stream mine, @Nullable Stream ours) {}

  @PostConstruct
  void open() {
    // Two hellos of one socket are answered in their order.
    lane = new Lane<>("hellos", MOST_WAITING, MOST_TOGETHER, Greeting::session, this::greet);
  }

  /// Never blocks.
  ///
  /// @return completes when the hello was answered, exceptionally where that is not possible now
  CompletionStage<Void> greet(LiveSession session, ClientFrame.Hello hello) {
    var greeting = new Greeting(session, hello, new CompletableFuture<>());
    if (!Objects.requireNonNull(lane).offer(greeting))
      greeting.answered.completeExceptionally(Failures.busy());
    return greeting.answered;
  }

  /// After a break everybody comes back at once: one read serves many.
  private void greet(List<Greeting> greetings) {
    greetings.forEach(greeting -> greeting.session.pause());
    try {
      var people = greetings.stream().map(greeting -> greeting.session.person).toList();
      var standings = QuarkusTransaction.requiringNew().call(() -> standings(people));
      var followed = new ArrayList<StreamId>();
      for (var greeting : greetings) {
        var standing = standings.get(greeting.session.person);
        if (standing == null) greeting.session.close(CloseCode.ERASED);
        else followed.addAll(welcome(greeting.session, greeting.hello, standing));
      }
      drains.wake(followed);
      greetings.forEach(greeting -> greeting.answered.complete(null));
    } catch (RuntimeException e) {
      greetings.forEach(greeting -> greeting.answered.completeExceptionally(e));
    }
  }

  /// Whoever was erased is left out.
  private Map<PersonId, Standing> standings(Collection<PersonId> people) {
    var couples = partners.couples(people);
    var ids = new HashSet<StreamId>();
    people.forEach(person -> ids.add(person.mine()));
    couples.values().forEach(couple -> ids.add(couple.ours()));
    var found = streams.read(ids);
    var standings = new HashMap<PersonId, Standing>();
    for (var person : people) {
      var mine = found.get(person.mine());
      var ours =
          Optional.ofNullable(couples.get(person))
              .map(couple -> found.get(couple.ours()))
              .filter(stream -> !stream.closed())
              .orElse(null);
      if (mine != null) standings.put(person, new Standing(mine, ours));
    }
    return standings;
  }

  /// @return what the socket follows from now on
  private List<StreamId> welcome(LiveSession session, ClientFrame.Hello hello, Standing standing) {
    var cursors = new ArrayList<Cursor>();
    cursors.add(resume(standing.mine(), hello.after()));
    var ours = standing.ours();
    if (ours != null) cursors.add(resume(ours, hello.after()));
    session.welcome(frame(session, ours, cursors, standing), cursors);
    for (var cursor : cursors) {
      depth.record(Math.max(0, cursor.replayTo - cursor.sent));
      sockets.follow(cursor.stream, session);
    }
    return cursors.stream().map(cursor -> cursor.stream).toList();
  }

  private Cursor resume(Stream stream, Map<String, Position> after) {
    return LiveSession.place(stream, from(stream, after));
  }

  /// The place in the log from which this device goes on; null where it has none.
  protected @Nullable Position from(Stream stream, Map<String, Position> after) {
    return after.get(stream.target().wire());
  }

  private ServerFrame.Welcome frame(
      LiveSession session, @Nullable Stream ours, Collection<Cursor> cursors, Standing standing) {
    var places = new TreeMap<String, ServerFrame.Place>();
    for (var cursor : cursors) {
      var stream = ours != null && cursor.stream.equals(ours.id()) ? ours : standing.mine();
      var head = stream.position();
      places.put(
          cursor.name, new ServerFrame.Place(head.epoch(), head.seq(), LiveSession.mode(cursor)));
    }
    return new ServerFrame.Welcome(
        session.person,
        ours == null ? null : new CoupleId(ours.id().value()),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        settings.heartbeat().toMillis(),
        places);
  }

  @PreDestroy
  void close() {
    Objects.requireNonNull(lane).close();
  }
}
