package app.haven.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A process we started, with all it started itself.
final class Child implements AutoCloseable {
  private static volatile Consumer<ProcessHandle> record = process -> {};

  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  /// Every process is told to `record` the moment it starts, so that a kill -9 while we wait for it
  /// leaves no server that nobody knows of.
  static void recordIn(Consumer<ProcessHandle> place) {
    record = place;
  }

  /// `settings` are the only `HAVEN_*` and `QUARKUS_*` variables it sees, so that what stands in
  /// the shell of the person who started us cannot change a test.
  static Child start(List<String> command, Map<String, String> settings, Path log) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().keySet().removeIf(Child::isSetting);
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().putAll(settings);
      var process = builder.start();
      record.accept(process.toHandle());
      return new Child(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// In this terminal, and with what stands in its shell besides.
  static Child inTerminal(List<String> command, Map<String, String> settings) {
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(settings);
    try {
      var process = builder.start();
      record.accept(process.toHandle());
      return new Child(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSetting(String name) {
    return Stream.of("HAVEN_", "QUARKUS_", "KC_", "JAVA_OPTS").anyMatch(name::startsWith);
  }

  boolean alive() {
    return process.isAlive();
  }

  List<ProcessHandle> family() {
    return family(process.toHandle());
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  CompletableFuture<Process> ended() {
    return process.onExit();
  }

  void kill() {
    kill(process.toHandle());
  }

  /// SIGTERM and some time to finish; then SIGKILL.
  void stop(Duration patience) {
    stop(process.toHandle(), patience);
  }

  @Override
  public void close() {
    stop(Duration.ofSeconds(30));
  }

  static void stop(ProcessHandle process, Duration patience) {
    var family = family(process);
    family.forEach(ProcessHandle::destroy);
    if (!ended(family, patience)) kill(process);
  }

  static void kill(ProcessHandle process) {
    var family = family(process);
    family.forEach(ProcessHandle::destroyForcibly);
    if (!ended(family, Duration.ofSeconds(10)))
      throw new IllegalStateException("process " + process.pid() + " does not end");
  }

  /// The parent first: it must not start a child anew.
  static List<ProcessHandle> family(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants()).toList();
  }

  private static boolean ended(List<ProcessHandle> family, Duration patience) {
    var exits = family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(exits).get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
