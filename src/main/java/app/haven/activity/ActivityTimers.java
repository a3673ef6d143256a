package app.haven.activity;

import app.haven.kernel.Decision;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Which promises the server keeps for an activity.
final class ActivityTimers {
  static final String FADED = "activity.faded";
  static final String ENDED = "activity.ended";
  static final Set<String> KINDS = Set.of(FADED, ENDED);

  private ActivityTimers() {}

  /// What an event changes about the timers.
  static Decision change(Decision decision, StreamId ours, Activity after) {
    var id = after.card().id();
    var fades = new Timer.Key(ours, FADED, id);
    return switch (after) {
      case Activity.Waiting it ->
          decision.setting(
              List.of(new Timer(ours, FADED, id, it.card().offeredAt().plus(Activity.FADES))));
      case Activity.Running it ->
          decision
              .dropping(List.of(fades))
              .setting(List.of(new Timer(ours, ENDED, id, it.until().plus(Activity.FORGOTTEN))));
      case Activity.Over _ -> decision.dropping(all(ours, id));
    };
  }

  static List<Timer.Key> all(StreamId ours, UUID activity) {
    return List.of(new Timer.Key(ours, FADED, activity), new Timer.Key(ours, ENDED, activity));
  }
}
