package app.haven.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A person who signs in. On the wire: a UUID.
public record PersonId(@JsonValue UUID value) {
  @JsonCreator
  public PersonId {}

  /// The person's own stream has the person's id.
  public StreamId mine() {
    return new StreamId(value);
  }
}
