package app.haven.faults;

import app.haven.local.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.postgresql.PGConnection;

/// Looks for canary words where no words may be: every table, the database's own files, the logs
/// and what the broker carried. A place that shows nothing of the run at all counts as a finding:
/// then the search was blind.
final class Search {
  private static final String HEX =
      HexFormat.of().formatHex(Canary.MARK.getBytes(StandardCharsets.UTF_8));
  private static final String TOPIC = "haven-wakeups";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<History.Sighting> sightings = new ArrayList<>();

  List<History.Sighting> sightings() {
    return List.copyOf(sightings);
  }

  /// @param known what must be found there
  private void look(String place, String text, String known) {
    if (text.contains(Canary.MARK) || text.contains(HEX)) {
      sightings.add(new History.Sighting(place, "a canary word"));
    }
    if (!text.contains(known)) {
      sightings.add(new History.Sighting(place, "shows nothing of what happened"));
    }
  }

  /// As a dump writes it; bytes are hexadecimal there.
  void tables(Database database) {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var tables =
            statement.executeQuery(
                """
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname in ('public', 'vault')
                """)) {
      var copies = connection.unwrap(PGConnection.class).getCopyAPI();
      var dump = new ByteArrayOutputStream();
      while (tables.next()) copies.copyOut("copy " + tables.getString(1) + " to stdout", dump);
      look("dump", dump.toString(StandardCharsets.UTF_8), "timeout.called");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The write-ahead log and everything else in the server's folder, byte by byte.
  void files(Database admin) {
    try (var connection = admin.connect();
        var statement = connection.createStatement();
        var setting = statement.executeQuery("show data_directory")) {
      setting.next();
      folder(Path.of(setting.getString(1)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void folder(Path folder) {
    boolean known = false;
    try (var paths = Files.walk(folder)) {
      for (var file : paths.filter(Files::isRegularFile).toList()) {
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        look(file.toString(), text, "");
        known |= text.contains("timeout.called");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    look(folder.toString(), known ? "timeout.called" : "", "timeout.called");
  }

  void log(Path log) {
    try {
      look(log.toString(), Files.readString(log), "started in");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All that the nodes told each other, from the first record on.
  void broker(String servers, String stream) {
    var settings = Map.<String, Object>of("bootstrap.servers", servers);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var partitions =
          consumer.partitionsFor(TOPIC, PATIENCE).stream()
              .map(part -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions, PATIENCE);
      var carried = new StringBuilder();
      Until.within(
          PATIENCE,
          () -> {
            consumer
                .poll(Duration.ofMillis(100))
                .forEach(hint -> carried.append(hint.key()).append(hint.value()).append('\n'));
            return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
          });
      look("broker", carried.toString(), stream);
    }
  }
}
