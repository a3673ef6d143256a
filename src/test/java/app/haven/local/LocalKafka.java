package app.haven.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// A real Kafka: one KRaft node inside this JVM, broker and controller in one.
public final class LocalKafka implements AutoCloseable {
  private final int port;
  private final KafkaRaftServer server;

  public LocalKafka() {
    this(Ports.free(), temporary());
  }

  /// On data that another one left behind, or on an empty folder.
  public LocalKafka(int port, Path data) {
    this.port = port;
    this.server = launch(data);
  }

  public static Path temporary() {
    try {
      return Files.createTempDirectory(Places.target("kafka"), "run-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private KafkaRaftServer launch(Path data) {
    format(data);
    var kafka = new KafkaRaftServer(new KafkaConfig(properties(data)), Time.SYSTEM);
    kafka.startup();
    return kafka;
  }

  /// A folder that another one left behind has its cluster's name already.
  private static void format(Path data) {
    if (Files.exists(data.resolve("meta.properties"))) return;
    try {
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(1)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(data.toString())
          .addDirectory(data.toString())
          .run();
    } catch (Exception e) {
      throw new IllegalStateException("Kafka's folder cannot be formatted", e);
    }
  }

  private Properties properties(Path data) {
    var controller = Ports.free();
    var properties = new Properties();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", "1");
    properties.put("controller.quorum.voters", "1@localhost:" + controller);
    properties.put(
        "listeners",
        "PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d".formatted(port, controller));
    properties.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.put("inter.broker.listener.name", "PLAINTEXT");
    properties.put("log.dirs", data.toString());
    // One node can hold one replica; the defaults ask for three.
    properties.put("offsets.topic.replication.factor", "1");
    properties.put("offsets.topic.num.partitions", "1");
    properties.put("transaction.state.log.replication.factor", "1");
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("group.initial.rebalance.delay.ms", "0");
    return properties;
  }

  public String bootstrapServers() {
    return "localhost:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
