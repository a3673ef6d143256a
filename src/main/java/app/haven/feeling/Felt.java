package app.haven.feeling;

import app.haven.kernel.Event;
import app.haven.kernel.Said;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// What an event says of how somebody was, as its readers read it; of what was taken back nothing.
record Felt(
    @Nullable String feeling,
    @Nullable String own,
    @Nullable Integer intensity,
    @Nullable List<String> sensations,
    @Nullable String fact,
    @Nullable String note) {
  private static final Felt NOTHING = new Felt(null, null, null, null, null, null);

  static Felt in(Event event) {
    if (Said.erased(event)) return NOTHING;
    var data = event.data();
    var intensity = data.path("intensity");
    return new Felt(
        data.path("feeling").textValue(),
        data.path("own").textValue(),
        intensity.isInt() ? intensity.intValue() : null,
        data.hasNonNull("sensations") ? texts(data.path("sensations")) : null,
        data.path("fact").textValue(),
        data.path("note").textValue());
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::textValue).toList();
  }
}
