package app.haven.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Words in a view. There is a difference between nothing said, which is left out, and words that
/// their author erased, which are null.
@Schema(type = SchemaType.STRING, nullable = true)
public record Said(@JsonValue @Nullable String words) {
  public static @Nullable Said in(@Nullable Event event, String field) {
    return event == null ? null : in(event.data(), field);
  }

  /// @param data of an event, or of one author's share in it
  public static @Nullable Said in(JsonNode data, String field) {
    return data.has(field) ? new Said(data.get(field).textValue()) : null;
  }

  public static boolean erased(Event event) {
    return event.data().path("erased").booleanValue();
  }
}
