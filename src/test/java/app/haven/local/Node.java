package app.haven.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// One node of Haven: the real jar in a process of its own, ready when the constructor returns.
public final class Node implements AutoCloseable {
  /// For nodes that live for seconds: what the second compiler would win, it costs before.
  private static final List<String> MODEST =
      List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Path jar;
  private final List<String> jvm;
  private final Map<String, String> settings;
  private final int port;
  private final Path log;
  private Child process;

  public Node(Path jar, Map<String, String> settings, String name) {
    this(jar, MODEST, settings, Ports.free(), Places.target("nodes").resolve(name + ".log"));
  }

  /// `HAVEN_PORT` is set from `port`; `HAVEN_PUBLIC_URL` too unless `settings` has one.
  public Node(Path jar, List<String> jvm, Map<String, String> settings, int port, Path log) {
    this.jar = jar;
    this.jvm = jvm;
    this.port = port;
    this.log = log;
    this.settings = new HashMap<>(settings);
    this.settings.put("HAVEN_PORT", Integer.toString(port));
    this.settings.putIfAbsent("HAVEN_PUBLIC_URL", uri().toString());
    forget();
    this.process = launch();
  }

  /// What an earlier run left.
  private void forget() {
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Child launch() {
    var child = start();
    Ready.await("Haven", child, uri().resolve("/q/health/ready"), log);
    return child;
  }

  private Child start(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return Child.start(command, settings, log);
  }

  /// One of the jar's own commands, with this node's settings, in a process beside it. Returns when
  /// it is done.
  public void run(String command) {
    int exit = start(command).ended().join().exitValue();
    if (exit != 0)
      throw new IllegalStateException(command + " ended with " + exit + ", see " + log);
  }

  public URI uri() {
    return URI.create("http://localhost:" + port);
  }

  public int port() {
    return port;
  }

  /// Everything it printed since the first start.
  public Path log() {
    return log;
  }

  public ProcessHandle process() {
    return process.handle();
  }

  /// Completed when the process is gone, whoever ended it.
  public CompletableFuture<Process> ended() {
    return process.ended();
  }

  /// SIGKILL: nothing is finished, nothing is said to anybody.
  public void kill() {
    process.kill();
  }

  /// SIGTERM, as a deployment does it.
  public void stop() {
    process.stop(Duration.ofSeconds(30));
  }

  /// On the same port with the same settings.
  public void restart() {
    if (process.alive()) throw new IllegalStateException("the node is still running");
    process = launch();
  }

  @Override
  public void close() {
    stop();
  }
}
