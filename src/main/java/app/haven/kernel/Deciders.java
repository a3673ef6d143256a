package app.haven.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the feature of a command or timer by its kind.
@ApplicationScoped
public class Deciders {
  private final Map<String, Kind<?>> commands = new HashMap<>();
  private final Map<String, Decider<?>> timers = new HashMap<>();

  @Inject
  public Deciders(@Any Instance<Decider<?>> deciders) {
    deciders.forEach(this::add);
  }

  private <C> void add(Decider<C> decider) {
    decider.commands().forEach((kind, shape) -> commands.put(kind, new Kind<>(decider, shape)));
    decider.timers().forEach(kind -> timers.put(kind, decider));
  }

  /// A command kind with its feature, so that the types stay together.
  public record Kind<C>(Decider<C> decider, Decider.Shape<C> shape) {
    Decision decide(Who who, Object data, Instant now) {
      return decider.decide(who, shape.data().cast(data), now);
    }

    Decider.Asked<C> asked(Who who, Object data) {
      return new Decider.Asked<>(who, shape.data().cast(data));
    }

    @SuppressWarnings("unchecked")
    static <C> void preload(
        Decider<C> decider, Collection<Decider.Asked<?>> asked, Collection<Timer> timers) {
      decider.preload((Collection<Decider.Asked<C>>) (Collection<?>) asked, timers);
    }
  }

  /// @throws Refusal `unknown-kind`
  Kind<?> command(String kind) {
    var found = commands.get(kind);
    if (found == null) {
      throw Refusal.of(Refusal.Code.UNKNOWN_KIND, "This kind of command is not known here.");
    }
    return found;
  }

  boolean knows(String kind) {
    return commands.containsKey(kind);
  }

  @Nullable Decider<?> timer(String kind) {
    return timers.get(kind);
  }

  /// Lets each feature read in one go what its part of a transaction needs.
  static void preload(List<Transaction.Decided> decided) {
    var asked = new LinkedHashMap<Decider<?>, List<Decider.Asked<?>>>();
    var timers = new LinkedHashMap<Decider<?>, List<Timer>>();
    for (var d : decided) {
      switch (d.work()) {
        case Work.Ask ask ->
            asked
                .computeIfAbsent(ask.kind().decider(), _ -> new ArrayList<>())
                .add(ask.kind().asked(d.who(), ask.data()));
        case Work.Fire fire ->
            timers.computeIfAbsent(fire.decider(), _ -> new ArrayList<>()).add(fire.timer());
      }
    }
    var all = new HashSet<Decider<?>>(asked.keySet());
    all.addAll(timers.keySet());
    all.forEach(decider ->
        Kind.preload(
            decider,
            asked.getOrDefault(decider, List.of()),
            timers.getOrDefault(decider, List.of())));
  }

  /// Every command kind, for the protocol's description and its tests.
  public Map<String, Decider.Shape<?>> shapes() {
    var shapes = new HashMap<String, Decider.Shape<?>>();
    commands.forEach((kind, known) -> shapes.put(kind, known.shape()));
    return shapes;
  }

  /// Timer kinds that any feature knows.
  public List<String> timerKinds() {
    return timers.keySet().stream().sorted().toList();
  }
}
