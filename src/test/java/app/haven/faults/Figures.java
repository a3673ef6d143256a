package app.haven.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What happened in a run, counted. A zero means that the run showed nothing of that kind.
record Figures(Map<String, Long> counts) {
  private static final String ACKNOWLEDGED = "acknowledged";

  /// A run lasts a few days of its own clock, and these take a week. If one comes, it is checked.
  private static final Set<String> NOT_IN_DAYS = Set.of(Promise.CONCERN_RESTED);

  static Figures of(History history, Map<Trouble, Integer> troubles) {
    var counts = new LinkedHashMap<String, Long>();
    counts.put("couples", (long) history.couples().size());
    counts.put(ACKNOWLEDGED, asked(history, Answer.Ok.class));
    counts.put("refused", asked(history, Answer.Refused.class));
    counts.put("unknown outcomes", attempts(history, Answer.Unknown.class));
    counts.put("repeated answers", repeated(history));
    troubles.forEach((trouble, times) -> counts.put(trouble.says, (long) times));
    counts.put("events delivered", steps(history, Step.Got.class));
    counts.put("resumes", welcomes(history, "current") + welcomes(history, "replay"));
    counts.put("replays", welcomes(history, "replay"));
    counts.put("snapshots", steps(history, Step.Read.class));
    Promise.KINDS.stream()
        .filter(kind -> !NOT_IN_DAYS.contains(kind))
        .sorted()
        .forEach(kind -> counts.put(kind, fired(history, kind)));
    return new Figures(counts);
  }

  private static long asked(History history, Class<? extends Answer> kind) {
    return history.commands().stream()
        .filter(asked -> asked.answers().stream().anyMatch(kind::isInstance))
        .count();
  }

  private static long attempts(History history, Class<? extends Answer> kind) {
    return history.commands().stream()
        .flatMap(asked -> asked.answers().stream())
        .filter(kind::isInstance)
        .count();
  }

  private static long repeated(History history) {
    return history.commands().stream()
        .flatMap(asked -> asked.answers().stream())
        .filter(answer -> answer instanceof Answer.Ok ok && ok.repeated())
        .count();
  }

  private static long steps(History history, Class<? extends Step> kind) {
    return history.devices().stream()
        .flatMap(device -> device.steps().stream())
        .filter(kind::isInstance)
        .count();
  }

  /// Streams that a device came back to with a place of its own.
  private static long welcomes(History history, String mode) {
    return history.devices().stream()
        .flatMap(device -> device.steps().stream())
        .mapMulti((Step step, java.util.function.Consumer<Step.Place> places) -> {
          if (step instanceof Step.Welcome welcome) welcome.streams().values().forEach(places);
        })
        .filter(place -> place.mode().equals(mode))
        .count();
  }

  private static long fired(History history, String kind) {
    return history.log().values().stream()
        .flatMap(stored -> stored.events().stream())
        .filter(event -> event.kind().equals(kind))
        .count();
  }

  long acknowledged() {
    return counts.getOrDefault(ACKNOWLEDGED, 0L);
  }

  List<String> zeros() {
    var zeros = new ArrayList<String>();
    counts.forEach((name, count) -> {
      if (count == 0) zeros.add(name);
    });
    return zeros;
  }

  @Override
  public String toString() {
    var line = new StringBuilder();
    counts.forEach((name, count) ->
        line.append(line.isEmpty() ? "" : ", ").append(count).append(' ').append(name));
    return line.toString();
  }
}
