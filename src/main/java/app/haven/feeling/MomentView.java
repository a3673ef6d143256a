package app.haven.feeling;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.PersonId;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A moment as its owner reads it: the same as folding its events. What was not said is left out;
/// one that was erased is nowhere.
///
/// @param at when it was
/// @param editedAt when it was last said anew
/// @param versions every version, oldest first; only where one moment is read
@JsonInclude(JsonInclude.Include.NON_NULL)
record MomentView(
    UUID moment,
    Instant at,
    @JsonUnwrapped Felt felt,
    @Nullable Instant editedAt,
    @Nullable List<Version> versions) {

  /// @param keptAt when it was said so
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Version(Instant keptAt, Instant at, @JsonUnwrapped Felt felt) {
    static Version of(Event event) {
      return new Version(event.at(), when(event), Felt.in(event));
    }
  }

  /// Reads the words of these rows of one person in one go.
  static List<MomentView> of(PersonId owner, List<MomentRow> rows, EventLog log) {
    var events = log.at(owner.mine(), rows.stream().map(MomentRow::currentSeq).toList());
    return rows.stream()
        .filter(row -> events.containsKey(row.currentSeq()))
        .map(row -> of(row, Objects.requireNonNull(events.get(row.currentSeq())), null))
        .toList();
  }

  /// With its versions.
  static MomentView whole(PersonId owner, MomentRow row, EventLog log) {
    var versions = List.copyOf(log.at(owner.mine(), row.versions()).values());
    return of(row, versions.getLast(), versions.stream().map(Version::of).toList());
  }

  private static MomentView of(MomentRow row, Event current, @Nullable List<Version> versions) {
    return new MomentView(
        row.id(), when(current), Felt.in(current), row.edited() ? current.at() : null, versions);
  }

  private static Instant when(Event event) {
    return Json.MAPPER.convertValue(event.data().path("at"), Instant.class);
  }
}
