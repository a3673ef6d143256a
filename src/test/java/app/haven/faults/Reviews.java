package app.haven.faults;

import app.haven.faults.History.Logged;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// When the agreements in force are looked at next, as their events say.
final class Reviews {
  private final Map<String, Instant> versions = new HashMap<>();
  private final Map<String, Instant> inForce = new HashMap<>();

  /// Whether this event changes when that is.
  boolean changes(Logged event, String agreement) {
    var version = agreement + "/" + event.data().path("version").asInt();
    var at = Fold.moment(event.data(), "reviewAt");
    return switch (event.kind()) {
      case "agreement.proposed", "agreement.changed" -> {
        if (at != null) versions.put(version, at);
        yield false;
      }
      case "agreement.agreed" -> changes(agreement, versions.get(version));
      case "agreement.kept" -> changes(agreement, at);
      case "agreement.withdrawn" -> !event.data().has("version") && changes(agreement, null);
      default -> false;
    };
  }

  private boolean changes(String agreement, @Nullable Instant at) {
    var before = at == null ? inForce.remove(agreement) : inForce.put(agreement, at);
    return !Objects.equals(before, at);
  }

  @Nullable Instant of(String agreement) {
    return inForce.get(agreement);
  }
}
