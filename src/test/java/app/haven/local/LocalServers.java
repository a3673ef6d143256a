package app.haven.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The servers that all tests of one JVM share, each started when it is first asked for and stopped
/// with the JVM, last started first. Who kills a server takes one of its own.
public final class LocalServers {
  private static final Deque<AutoCloseable> STARTED = new ArrayDeque<>();
  private static final Once<LocalPostgres> POSTGRES = new Once<>(LocalPostgres::temporary);
  private static final Once<LocalKeycloak> KEYCLOAK = new Once<>(LocalKeycloak::temporary);
  private static final Once<LocalKafka> KAFKA = new Once<>(LocalKafka::new);

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(LocalServers::stopAll, "local-servers"));
  }

  private LocalServers() {}

  public static LocalPostgres postgres() {
    return POSTGRES.get();
  }

  public static LocalKeycloak keycloak() {
    return KEYCLOAK.get();
  }

  public static LocalKafka kafka() {
    return KAFKA.get();
  }

  private static void stopAll() {
    synchronized (STARTED) {
      STARTED.forEach(Closing::quietly);
    }
  }

  private static final class Once<T extends AutoCloseable> {
    private final Supplier<T> start;
    private @Nullable T server;

    Once(Supplier<T> start) {
      this.start = start;
    }

    synchronized T get() {
      var running = server;
      if (running == null) {
        running = start.get();
        server = running;
        synchronized (STARTED) {
          STARTED.push(running);
        }
      }
      return running;
    }
  }
}
