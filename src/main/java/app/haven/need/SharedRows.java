package app.haven.need;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What is asked of both kinds of shared rows in the same way.
final class SharedRows {
  /// What stands, and what was taken back in the last days; newest first.
  static final String CURRENT =
      "id.stream = ?1 and (takenBackAt is null or takenBackAt > ?2) order by sharedSeq desc";

  static final String STANDING = "id.stream = ?1 and author = ?2 and takenBackAt is null";

  static final String PAGE = "id.stream = ?1 and sharedSeq < ?2 order by sharedSeq desc";

  private static final Duration SHOWN = Duration.ofDays(7);

  private SharedRows() {}

  static Instant shownSince(Instant now) {
    return now.minus(SHOWN);
  }

  /// When these were shared last, newest first.
  static List<Instant> last(Stream<? extends SharedRow> rows) {
    return rows.flatMap(row -> row.sharedTimes().stream())
        .sorted(Comparator.reverseOrder())
        .limit(Sharing.MOST)
        .toList();
  }
}
