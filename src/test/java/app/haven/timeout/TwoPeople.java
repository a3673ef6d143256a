package app.haven.timeout;

import app.haven.client.Api;
import app.haven.client.Home;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/// A new couple for each test, on one node with a real PostgreSQL: Alex, who calls, and Sam.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoPeople {
  final Home home;
  Pair pair;

  /// @param name of the node's log file
  TwoPeople(String name) {
    home = new Home(name, Map.of("HAVEN_RATE_LIMITS", "off"));
    pair = home.pair();
  }

  @BeforeEach
  void twoPeople() {
    pair = home.pair();
  }

  @AfterAll
  void stop() {
    home.close();
  }

  static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  static List<String> ids(JsonNode page, String field) {
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .map(item -> item.path(field).asText())
        .toList();
  }
}
