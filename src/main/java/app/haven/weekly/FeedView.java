package app.haven.weekly;

import java.time.Instant;
import java.util.List;

/// One's own calendar address, if there is one: that it is there, never what it is.
record FeedView(List<Item> items) {
  /// @param since when it was made
  record Item(Instant since) {}

  /// What is shown one single time.
  ///
  /// @param address for the calendar program
  record Made(String address, Instant since) {}
}
