package app.haven.faults;

import app.haven.client.Api;
import app.haven.local.Database;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the server holds: the log and the timers in the database, and what people read over REST.
final class Stores {
  private Stores() {}

  static Map<String, Long> heads(Database database) {
    var heads = new HashMap<String, Long>();
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select id, head from stream")) {
      while (rows.next()) heads.put(rows.getString(1), rows.getLong(2));
      return heads;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Timers whose time has come and that have not fired.
  static int due(Database database, Instant now) {
    try (var connection = database.connect();
        var statement = connection.prepareStatement("select count(*) from due where at <= ?")) {
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, History.Stored> log(Database database) {
    var heads = heads(database);
    var stored = new HashMap<String, History.Stored>();
    try (var connection = database.connect()) {
      var events = events(connection);
      heads.forEach((stream, head) ->
          stored.put(stream, new History.Stored(head, events.getOrDefault(stream, List.of()))));
      return stored;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, List<History.Logged>> events(Connection connection)
      throws SQLException {
    var events = new HashMap<String, List<History.Logged>>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select stream_id, seq, command, at, by_person, kind, data from event
                order by stream_id, seq
                """)) {
      while (rows.next()) {
        events
            .computeIfAbsent(rows.getString("stream_id"), _ -> new ArrayList<>())
            .add(
                new History.Logged(
                    rows.getLong("seq"),
                    rows.getString("command"),
                    rows.getTimestamp("at").toInstant(),
                    rows.getString("by_person"),
                    rows.getString("kind"),
                    Event.json(Objects.requireNonNull(rows.getString("data")))));
      }
      return events;
    }
  }

  static History.Reads reads(Api api) {
    return new History.Reads(
        api.get("/api/v1/snapshot").expect(200).body(),
        list(api, "/api/v1/timeouts"),
        list(api, "/api/v1/drafts"));
  }

  private static List<JsonNode> list(Api api, String path) {
    var items = new ArrayList<JsonNode>();
    var before = "";
    do {
      var page = api.get(path + "?limit=100" + before).expect(200).body();
      page.path("items").forEach(items::add);
      before = page.hasNonNull("next") ? "&before=" + page.path("next").asText() : "";
    } while (!before.isEmpty());
    return items;
  }
}
