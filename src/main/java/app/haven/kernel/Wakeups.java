package app.haven.kernel;

import java.util.Map;

/// Tells every node, after a commit, that streams have more than they had. Only a hint: the log is
/// the truth, and whoever missed a hint finds out by the sweep.
public interface Wakeups {
  /// @param heads the last number of each stream that moved
  void publish(Map<StreamId, Long> heads);
}
