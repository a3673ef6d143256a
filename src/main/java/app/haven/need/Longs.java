package app.haven.need;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Numbers and times that a row keeps in a list, oldest first.
final class Longs {
  private Longs() {}

  static long[] with(long[] before, long one) {
    return LongStream.concat(Arrays.stream(before), LongStream.of(one)).toArray();
  }

  static long last(long[] numbers) {
    return numbers[numbers.length - 1];
  }

  static List<Long> list(long[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  /// @param millis as they were kept
  /// @return newest first
  static List<Instant> times(long[] millis) {
    var times = Arrays.stream(millis).mapToObj(Instant::ofEpochMilli).collect(Collectors.toList());
    Collections.reverse(times);
    return times;
  }
}
