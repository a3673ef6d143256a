package app.haven.activity;

import app.haven.kernel.Json;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The steps of each activity: whose turn each is, and about how long it takes.
final class Catalog {
  private static final Map<String, List<Step>> STEPS = read();

  private Catalog() {}

  /// Whose a step is, seen from the one who offered.
  enum Whose {
    @JsonProperty("first")
    FIRST,
    @JsonProperty("second")
    SECOND,
    @JsonProperty("both")
    BOTH
  }

  record Step(Whose turn, int minutes) {
    Duration time() {
      return Duration.ofMinutes(minutes);
    }
  }

  private static Map<String, List<Step>> read() {
    try (var file = Catalog.class.getResourceAsStream("catalog.json")) {
      return Json.MAPPER.readValue(Objects.requireNonNull(file), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Step> steps(Which which) {
    return Objects.requireNonNull(STEPS.get(which.wire()));
  }
}
