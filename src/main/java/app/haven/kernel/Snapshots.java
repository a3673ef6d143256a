package app.haven.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a feature adds to the snapshot: its open or current things, as lists by name.
public interface Snapshots {
  /// Reads in the caller's REPEATABLE READ transaction.
  void addTo(ObjectNode snapshot, Who who);
}
