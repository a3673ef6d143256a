package app.haven.bid;

import app.haven.kernel.Event;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Words in a view. There is a difference between nothing said, which is left out, and words that
/// their author erased, which are null.
@Schema(type = SchemaType.STRING, nullable = true)
record Said(@JsonValue @Nullable String words) {
  static @Nullable Said in(@Nullable Event event, String field) {
    if (event == null || !event.data().has(field)) return null;
    return new Said(event.data().get(field).textValue());
  }
}
