package app.haven.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/// What something grew out of or is about: another thing in the same stream. Whether it exists is
/// asked of [Links].
///
/// @param kind of the thing, such as `timeout`
public record Link(String kind, UUID id) {
  public static Link of(JsonNode link) {
    return new Link(link.path("kind").textValue(), DataReader.uuid(link.path("id").textValue()));
  }

  /// @throws IllegalArgumentException for anything but these two
  static Link read(JsonNode link) {
    var kind = link.path("kind");
    boolean both = link.size() == 2 && kind.isTextual() && link.path("id").isTextual();
    if (!both || !kind.textValue().matches("[a-z_]{1,40}")) throw new IllegalArgumentException();
    return of(link);
  }
}
