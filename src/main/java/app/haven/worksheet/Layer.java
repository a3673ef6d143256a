package app.haven.worksheet;

import app.haven.kernel.Json;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What lies in an issue, as somebody sees it. Several may.
enum Layer {
  EXPECTATION,
  NEED,
  GOAL,
  EMOTION,
  OUTSIDE_PRESSURE;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Those in an event or in one author's share of it, in the order in which they were picked; null
  /// where none were, or they were taken back.
  static @Nullable List<Layer> in(JsonNode data) {
    var layers = data.path("layers");
    if (!layers.isArray()) return null;
    return layers.valueStream().map(one -> Json.MAPPER.convertValue(one, Layer.class)).toList();
  }
}
