package app.haven.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A history with what every rule needs to know of it.
final class Facts {
  final History history;
  final List<Replay> replays;
  private final Map<String, List<String>> readers = new HashMap<>();
  private final Map<String, Map<String, List<History.Logged>>> byCommand = new HashMap<>();
  private final Set<String> asked = new HashSet<>();

  Facts(History history) {
    this.history = history;
    this.replays = history.devices().stream().map(Replay::of).toList();
    for (var couple : history.couples()) {
      readers.put(couple.id(), couple.people());
      couple.people().forEach(person -> readers.put(person, List.of(person)));
    }
    history.commands().forEach(command -> asked.add(command.id()));
    history
        .log()
        .forEach((stream, stored) -> {
          var commands = new HashMap<String, List<History.Logged>>();
          for (var event : stored.events()) {
            commands.computeIfAbsent(event.command(), _ -> new ArrayList<>()).add(event);
          }
          byCommand.put(stream, commands);
        });
  }

  /// What the log holds of a command.
  List<History.Logged> logged(History.Asked asked) {
    return byCommand.getOrDefault(asked.stream(), Map.of()).getOrDefault(asked.id(), List.of());
  }

  /// Whether a person did this just now, and no timer.
  boolean wasAsked(History.Logged event) {
    return asked.contains(event.command());
  }

  History.Stored stored(String stream) {
    return history.log().getOrDefault(stream, new History.Stored(0, List.of()));
  }

  /// The devices that are entitled to a stream.
  List<Replay> of(String stream) {
    var entitled = readers.getOrDefault(stream, List.of());
    return replays.stream().filter(r -> entitled.contains(r.device().person())).toList();
  }

  /// How clients call a stream.
  static String name(History.Couple couple, String stream) {
    return couple.id().equals(stream) ? "ours" : "mine";
  }

  /// The streams of a couple: the shared one, then each person's own.
  static List<String> streams(History.Couple couple) {
    var streams = new ArrayList<String>(List.of(couple.id()));
    streams.addAll(couple.people());
    return streams;
  }
}
