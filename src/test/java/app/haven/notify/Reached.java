package app.haven.notify;

import app.haven.client.Api;
import app.haven.client.Home;
import app.haven.client.Pair;
import app.haven.local.MasterKey;
import app.haven.local.Node;
import app.haven.local.Places;
import app.haven.local.PushKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// A server that reaches people, quickly, with a push service beside it.
final class Reached implements AutoCloseable {
  private static final Map<String, String> QUICK =
      Map.of(
          "HAVEN_NOTIFY_GRACE", "PT1S",
          "HAVEN_NOTIFY_EVERY", "PT0.1S",
          "HAVEN_NOTIFY_RETRY", "PT0.3S",
          "HAVEN_NOTIFY_LEASE", "PT20S",
          "HAVEN_RATE_LIMITS", "off");

  final PushServer push = new PushServer();
  final Home home;
  private final Map<String, String> settings = new HashMap<>(QUICK);

  /// @param more settings, over the usual ones
  Reached(String name, Map<String, String> more) {
    settings.putAll(push.settings());
    settings.put("HAVEN_PUSH_KEY_FILE", key().toString());
    settings.putAll(more);
    home = new Home(name, settings);
  }

  static Path key() {
    return PushKey.at(Places.target("nodes").resolve("push.key"));
  }

  /// Another node on the same data.
  Node another(String name) {
    var all = new HashMap<>(home.database().settings());
    all.putAll(home.tokens().settings());
    all.put(
        "HAVEN_MASTER_KEY_FILE",
        MasterKey.at(Places.target("nodes").resolve("master.key")).toString());
    all.putAll(settings);
    return new Node(Places.jar(), all, name);
  }

  static ObjectNode timeout() {
    return Api.data().put("timeout", Api.id().toString()).put("minutes", 30);
  }

  static void signal(Api by, Pair pair) {
    by.command(pair.couple(), "signal.send", Api.data().put("signal", "slower")).expect(200);
  }

  /// Says in an open time-out that one is still coming, as often as one likes.
  static void checkIn(Api by, Pair pair, ObjectNode timeout) {
    var data = Api.data().<ObjectNode>set("timeout", timeout.path("timeout"));
    by.command(pair.couple(), "timeout.checkIn", data).expect(200);
  }

  static ConditionFactory soon() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
  }

  /// Until nobody has anything more to hear of.
  void settle() {
    soon().until(() -> count("select count(*) from notice where not held") == 0);
  }

  int count(String sql) throws SQLException {
    try (var connection = home.database().connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  void sql(String sql) throws SQLException {
    try (var connection = home.database().connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    home.close();
    push.close();
  }
}
