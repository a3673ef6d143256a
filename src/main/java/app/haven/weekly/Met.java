package app.haven.weekly;

import app.haven.kernel.Json;
import app.haven.kernel.Words;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How well what an agreement is about is met these days, as one of the two sees it. It stands for
/// this week alone: nothing is added up.
///
/// @param met from 1, hardly, to 5, fully
@JsonInclude(JsonInclude.Include.NON_NULL)
record Met(UUID agreement, Integer met, @Words(280) @Nullable String words) {
  static final int LEAST = 1;
  static final int MOST = 5;

  boolean inRange() {
    return met >= LEAST && met <= MOST;
  }

  /// Those in an event or in one author's share of it; null where there are none, or they were
  /// taken back.
  static @Nullable List<Met> in(JsonNode data) {
    var needs = data.path("needs");
    if (!needs.isArray()) return null;
    return needs.valueStream().map(one -> Json.MAPPER.convertValue(one, Met.class)).toList();
  }
}
