package app.haven.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A space shared by exactly two people. On the wire: a UUID.
public record CoupleId(@JsonValue UUID value) {
  @JsonCreator
  public CoupleId {}

  /// The shared stream has the couple's id.
  public StreamId ours() {
    return new StreamId(value);
  }
}
