package app.haven.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What must be reached on 2 cores, PostgreSQL with fsync on, at 1,000 pairs.
final class Limits {
  private static final Map<String, Double> MOST =
      new TreeMap<>(
          Map.of(
              "cpuMillisPerCommand", 0.5,
              "p50Millis", 8.0,
              "p99Millis", 60.0,
              "kilobytesPerIdleConnection", 40.0,
              "resumeSeconds", 3.0,
              "readySeconds", 10.0));

  private Limits() {}

  static List<String> above(ObjectNode figures) {
    var above = new ArrayList<String>();
    MOST.forEach((name, most) -> {
      if (figures.has(name) && figures.get(name).asDouble() > most) {
        above.add(name + " is " + figures.get(name) + ", at most " + most + " is allowed");
      }
    });
    return above;
  }
}
