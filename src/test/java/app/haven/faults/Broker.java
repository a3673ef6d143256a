package app.haven.faults;

import app.haven.local.LocalKafka;
import app.haven.local.Node;
import app.haven.local.Places;
import app.haven.local.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Kafka in a process of its own, so that it can be killed and started again on its data.
final class Broker implements AutoCloseable {
  private static final Duration BACK = Duration.ofMinutes(1);
  private static final Path LOG = Places.target("faults").resolve("kafka.log");

  private final int port = Ports.free();
  private final Path data = LocalKafka.temporary();
  private Process process = launch();

  /// Runs Kafka until its parent is gone.
  public static void main(String[] args) throws IOException {
    try (var _ = new LocalKafka(Integer.parseInt(args[0]), Path.of(args[1]))) {
      while (System.in.read() >= 0) Thread.onSpinWait();
    }
  }

  private Process launch() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = System.getProperty("java.class.path");
    var main = List.of(Broker.class.getName(), Integer.toString(port), data.toString());
    var builder = new ProcessBuilder(java);
    builder.command().addAll(Node.SHORT_LIVED);
    builder.command().addAll(List.of("-cp", classes));
    builder.command().addAll(main);
    try {
      return builder
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String bootstrapServers() {
    return "localhost:" + port;
  }

  boolean alive() {
    return process.isAlive();
  }

  /// SIGKILL.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// Returns when it can be reached again.
  void restart() {
    process = launch();
    boolean back = Until.within(BACK, () -> !alive() || reachable());
    if (!back || !alive()) throw new IllegalStateException("Kafka did not come back, see " + LOG);
  }

  private boolean reachable() {
    try (var _ = new Socket("localhost", port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    kill();
  }
}
