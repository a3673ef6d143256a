package app.haven.faults;

import app.haven.faulty.Fault;
import app.haven.local.Database;
import app.haven.local.Http;
import app.haven.local.LocalPostgres;
import app.haven.local.MasterKey;
import app.haven.local.Node;
import app.haven.local.Places;
import app.haven.local.Ports;
import app.haven.local.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Two nodes of Haven, PostgreSQL and Kafka, each to be killed and started again.
final class Site implements AutoCloseable {
  private static final Duration BACK = Duration.ofMinutes(1);

  final TestClock clock = new TestClock();
  final Tokens tokens = new Tokens();
  final LocalPostgres postgres;
  final Broker broker;
  final Database database;
  private final Path jar;
  private final Map<String, String> settings;
  private final List<Node> nodes;

  /// @param fault what the build does wrong, if anything
  Site(String name, Path jar, LocalPostgres postgres, Broker broker, Optional<Fault> fault) {
    this.postgres = postgres;
    this.broker = broker;
    this.database = postgres.freshDatabase();
    this.jar = jar;
    this.settings = new HashMap<>(database.settings());
    settings.putAll(tokens.settings());
    settings.putAll(clock.settings());
    settings.put("HAVEN_RATE_LIMITS", "off");
    settings.put("HAVEN_KAFKA", broker.bootstrapServers());
    settings.put(
        "HAVEN_MASTER_KEY_FILE",
        MasterKey.at(Places.target("faults").resolve("master.key")).toString());
    fault.ifPresent(chosen -> settings.put(Fault.SETTING, chosen.wire()));
    this.nodes = together(name);
  }

  private List<Node> together(String name) {
    var starting = new ArrayList<CompletableFuture<Node>>();
    for (int i = 1; i <= 2; i++) {
      var log = Places.target("nodes").resolve(name + "-node-" + i + ".log");
      starting.add(
          CompletableFuture.supplyAsync(
              () -> new Node(jar, Node.SHORT_LIVED, settings, Ports.free(), log),
              Thread::startVirtualThread));
    }
    return starting.stream().map(CompletableFuture::join).toList();
  }

  List<URI> addresses() {
    return nodes.stream().map(Node::uri).toList();
  }

  List<Path> logs() {
    return nodes.stream().map(Node::log).toList();
  }

  void killNode(int which) {
    nodes.get(which).kill();
  }

  void restartNode(int which) {
    nodes.get(which).restart();
  }

  void killNodes() {
    nodes.forEach(Node::kill);
  }

  /// Returns when the first is ready; the other follows.
  ///
  /// @return done when both are
  CompletableFuture<Void> restartNodes() {
    var starting =
        nodes.stream()
            .map(node -> CompletableFuture.runAsync(node::restart, Thread::startVirtualThread))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.anyOf(starting).join();
    return CompletableFuture.allOf(starting);
  }

  /// As an operator does after a backup was restored, while no node runs.
  void newEpoch() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder = new ProcessBuilder(java, "-jar", jar.toString(), "new-epoch").inheritIO();
    builder.environment().putAll(settings);
    builder.environment().put("HAVEN_PUBLIC_URL", addresses().getFirst().toString());
    try {
      int code = builder.start().waitFor();
      if (code != 0) throw new IllegalStateException("new-epoch ended with " + code);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// After an outage of the database.
  void awaitReady() {
    Until.within(BACK, () -> addresses().stream().allMatch(Site::ready));
  }

  private static boolean ready(URI node) {
    var request =
        HttpRequest.newBuilder(node.resolve("/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return Http.CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    nodes.forEach(Node::kill);
  }
}
