package app.haven.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The servers of `./haven up` and `./haven dev`, with their data under `.haven/`. It stops the
/// last started first, so that Haven can still finish what it does.
final class Demo implements AutoCloseable {
  static final int PORT = port("HAVEN_PORT", 8080);
  static final int KEYCLOAK_PORT = port("KEYCLOAK_PORT", 8180);

  private final Running running = running();
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  private volatile boolean stopping;

  Demo() {
    running.takeOver();
    Child.recordIn(running::record);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
  }

  /// The page that shows the API is for trying things out.
  private static final List<String> JVM = List.of("-Xmx512m", "-Dquarkus.swagger-ui.enabled=true");

  private static Running running() {
    return new Running(Places.kept("").resolve("running"));
  }

  static boolean isUp() {
    return running().launcher().isPresent();
  }

  void claimPorts() {
    Ports.claim(PORT, "Haven", "HAVEN_PORT");
    Ports.claim(KEYCLOAK_PORT, "Keycloak", "KEYCLOAK_PORT");
  }

  private static int port(String name, int standard) {
    var chosen = System.getenv().getOrDefault(name, "");
    return chosen.isEmpty() ? standard : Integer.parseInt(chosen);
  }

  Database startPostgres() {
    return started(() -> LocalPostgres.keeping(Places.kept("postgres"))).database("haven");
  }

  /// Of a `./haven up` in another terminal.
  static Database runningDatabase() {
    return LocalPostgres.running(Places.kept("postgres"), "haven");
  }

  void startKeycloak() {
    var keycloak =
        started(() -> LocalKeycloak.keeping(Places.kept("keycloak-data"), KEYCLOAK_PORT));
    keycloak.processes().forEach(running::record);
  }

  Node startHaven(Map<String, String> settings) {
    var log = Places.kept("").resolve("haven.log");
    return started(() -> new Node(Places.jar(), JVM, settings, PORT, log));
  }

  /// Runs to its end in this terminal; what it started itself ends with us at the latest.
  int run(List<String> command, Map<String, String> settings) {
    return started(() -> Child.inTerminal(command, settings)).ended().join().exitValue();
  }

  /// All that Haven's jar is told.
  static Map<String, String> settings(Database database) {
    var settings = new HashMap<>(database.settings());
    settings.putAll(LocalKeycloak.settings(KEYCLOAK_PORT));
    settings.put("HAVEN_PORT", Integer.toString(PORT));
    settings.put("HAVEN_PUBLIC_URL", "http://localhost:" + PORT);
    settings.put(
        "HAVEN_MASTER_KEY_FILE", MasterKey.at(Places.kept("").resolve("master.key")).toString());
    settings.put("HAVEN_PUSH_KEY_FILE", PushKey.at(Places.kept("").resolve("push.key")).toString());
    // Everybody knows the demo's passwords: only this machine may connect.
    settings.put("QUARKUS_HTTP_HOST", "localhost");
    return settings;
  }

  private <T extends AutoCloseable> T started(Supplier<T> server) {
    synchronized (started) {
      if (stopping) throw new CannotStart("Stopped.");
      var up = start(server);
      started.push(up);
      return up;
    }
  }

  /// Ctrl-C ends a server that is still starting: its log would explain nothing.
  private <T> T start(Supplier<T> server) {
    try {
      return server.get();
    } catch (CannotStart e) {
      throw stopping ? new CannotStart("Stopped.") : e;
    }
  }

  /// Ctrl-C reaches every process of the terminal: who ends now was asked to.
  boolean stopping() {
    return stopping;
  }

  @Override
  public void close() {
    stopping = true;
    synchronized (started) {
      while (!started.isEmpty()) Closing.quietly(started.pop());
      running.clear();
    }
  }
}
