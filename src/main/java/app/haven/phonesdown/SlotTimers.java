package app.haven.phonesdown;

import app.haven.kernel.Decision;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Which promises the server keeps for a slot.
final class SlotTimers {
  static final String FADED = "phonesDown.faded";
  static final String SOON = "phonesDown.soon";
  static final String BEGUN = "phonesDown.begun";
  static final String ENDED = "phonesDown.ended";
  static final Set<String> KINDS = Set.of(FADED, SOON, BEGUN, ENDED);

  private SlotTimers() {}

  /// What an event changes about the timers.
  static Decision change(Decision decision, StreamId ours, Slot after) {
    var id = after.card().id();
    return switch (after) {
      case Slot.Waiting it -> decision.setting(List.of(at(ours, FADED, it, it.card().fadesAt())));
      case Slot.Agreed it -> {
        var start = it.startAt();
        var begins = at(ours, BEGUN, it, start);
        yield decision
            .dropping(List.of(new Timer.Key(ours, FADED, id)))
            .setting(
                it.toldSoon()
                    ? List.of(at(ours, SOON, it, start.minus(Slot.SOON)), begins)
                    : List.of(begins));
      }
      case Slot.Running it ->
          decision
              .dropping(
                  List.of(
                      new Timer.Key(ours, FADED, id),
                      new Timer.Key(ours, SOON, id),
                      new Timer.Key(ours, BEGUN, id)))
              .setting(List.of(at(ours, ENDED, it, it.until())));
      case Slot.Over _ -> decision.dropping(all(ours, id));
    };
  }

  private static Timer at(StreamId ours, String kind, Slot slot, Instant at) {
    return new Timer(ours, kind, slot.card().id(), at);
  }

  static List<Timer.Key> all(StreamId ours, UUID slot) {
    return KINDS.stream().sorted().map(kind -> new Timer.Key(ours, kind, slot)).toList();
  }
}
