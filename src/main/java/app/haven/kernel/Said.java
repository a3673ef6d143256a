package app.haven.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Words in a view. There is a difference between nothing said, which is left out, and words that
/// their author erased, which are null.
@Schema(type = SchemaType.STRING, nullable = true)
public record Said(@JsonValue @Nullable String words) {
  public static @Nullable Said in(@Nullable Event event, String field) {
    if (event == null || !event.data().has(field)) return null;
    return new Said(event.data().get(field).textValue());
  }

  public static boolean erased(Event event) {
    return event.data().path("erased").booleanValue();
  }
}
