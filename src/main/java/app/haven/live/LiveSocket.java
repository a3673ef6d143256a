package app.haven.live;

import app.haven.kernel.Command;
import app.haven.kernel.Commands;
import app.haven.kernel.Failures;
import app.haven.kernel.Ok;
import app.haven.kernel.Refusal;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The live door: one WebSocket speaking `haven.v1`. Runs on the event loop and never blocks it;
/// frames of one socket are taken up in their order, answers come when their commit has.
@Singleton
@WebSocket(
    path = "/api/v1/live",
    endpointId = "live",
    inboundProcessingMode = InboundProcessingMode.CONCURRENT)
public class LiveSocket {
  static final String PROTOCOL = "haven.v1";
  private static final Logger LOG = Logger.getLogger(LiveSocket.class);
  private static final TypedKey<LiveSession> SESSION = new TypedKey<>("session");
  private static final int MOST_IN_FLIGHT = 16;
  private static final Duration SOON = Duration.ofMillis(200);

  private final Sockets sockets;
  private final Drains drains;
  private final Hellos hellos;
  private final Commands commands;
  private final GoingDown goingDown;
  private final LiveSettings settings;

  @Inject
  public LiveSocket(
      Sockets sockets,
      Drains drains,
      Hellos hellos,
      Commands commands,
      GoingDown goingDown,
      LiveSettings settings) {
    this.sockets = sockets;
    this.goingDown = goingDown;
    this.drains = drains;
    this.hellos = hellos;
    this.commands = commands;
    this.settings = settings;
  }

  @OnOpen
  Uni<Void> open(WebSocketConnection connection) {
    if (!PROTOCOL.equals(connection.subprotocol())) return end(connection, CloseCode.VERSION);
    var signedIn = Objects.requireNonNull(connection.userData().get(Upgrade.SIGNED_IN));
    var session =
        new LiveSession(
            signedIn.person(),
            signedIn.session(),
            connection,
            Objects.requireNonNull(connection.userData().get(Upgrade.CHANNEL)),
            new Pulse(settings, System.nanoTime()),
            drains::wake);
    connection.userData().put(SESSION, session);
    sockets.add(session);
    Objects.requireNonNull(connection.userData().get(Upgrade.GUARD)).onBad(session::close);
    goingDown.opened(session);
    return Uni.createFrom().voidItem();
  }

  @OnTextMessage
  Uni<Void> text(String text, WebSocketConnection connection) {
    var session = connection.userData().get(SESSION);
    if (session == null || session.ended()) return Uni.createFrom().voidItem();
    session.pulse.heard(System.nanoTime());
    switch (FrameReader.read(text)) {
      case ClientFrame.Hello hello -> greet(session, hello);
      case ClientFrame.Do command -> run(session, command.command());
      case ClientFrame.Ping ping -> session.send(new ServerFrame.Pong(ping.n()));
      case ClientFrame.Pong _ -> {}
      case ClientFrame.Unreadable bad -> refuse(session, bad.id(), bad.refusal());
    }
    return Uni.createFrom().voidItem();
  }

  private void greet(LiveSession session, ClientFrame.Hello hello) {
    session.pulse.greeted();
    session.device = hello.device();
    if (!begin(session, null)) return;
    hellos
        .greet(session, hello)
        .whenComplete((_, failure) -> {
          session.inFlight.decrementAndGet();
          if (failure == null) return;
          LOG.warnf("a hello was not answered: %s", Failures.describe(failure));
          session.close(CloseCode.GOING_DOWN);
        });
  }

  /// Whoever sends faster than we answer must not pile up work here.
  private static boolean begin(LiveSession session, @Nullable UUID id) {
    if (session.inFlight.incrementAndGet() <= MOST_IN_FLIGHT) return true;
    session.inFlight.decrementAndGet();
    refuse(session, id, Refusal.rate("16 at a time, please.", SOON));
    return false;
  }

  private void run(LiveSession session, Command command) {
    if (!begin(session, command.id())) return;
    commands
        .run(session.person, command)
        .whenComplete((ok, failure) -> {
          session.inFlight.decrementAndGet();
          answer(session, command.id(), ok, failure);
        });
  }

  private static void answer(
      LiveSession session, UUID id, @Nullable Ok ok, @Nullable Throwable failure) {
    if (ok != null) session.send(ServerFrame.Accepted.of(ok));
    else refuse(session, id, refusal(failure));
  }

  private static Refusal refusal(@Nullable Throwable failure) {
    var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    return cause instanceof Refusal refusal ? refusal : Failures.internal();
  }

  private static void refuse(LiveSession session, @Nullable UUID id, Refusal refusal) {
    session.send(new ServerFrame.Refused(id, refusal.problem()));
    if (session.refusals.tooMany()) session.close(CloseCode.TOO_MANY);
  }

  @OnBinaryMessage
  Uni<Void> binary(Buffer bytes, WebSocketConnection connection) {
    return end(connection, CloseCode.BINARY);
  }

  @OnError
  Uni<Void> error(Throwable failure, WebSocketConnection connection) {
    LOG.debugf("a socket ended: %s", Failures.describe(failure));
    return end(connection, CloseCode.PROTOCOL);
  }

  private static Uni<Void> end(WebSocketConnection connection, CloseCode code) {
    var session = connection.userData().get(SESSION);
    if (session == null) return connection.close(code.reason());
    session.close(code);
    return Uni.createFrom().voidItem();
  }

  @OnClose
  void close(WebSocketConnection connection) {
    var session = connection.userData().get(SESSION);
    if (session == null) return;
    session.end();
    sockets.remove(session);
  }
}
