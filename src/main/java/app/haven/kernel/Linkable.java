package app.haven.kernel;

import java.util.UUID;

/// A feature whose things others may point to.
public interface Linkable {
  /// Of its things, as [Link] names it.
  String kind();

  boolean exists(StreamId stream, UUID id);
}
