package app.haven.weekly;

import app.haven.kernel.PersonId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A day and a time as both read it.
///
/// @param next when the two sit down the next time; only once it is agreed
@JsonInclude(JsonInclude.Include.NON_NULL)
record RhythmView(
    UUID rhythm,
    PersonId proposedBy,
    Weekday weekday,
    LocalTime time,
    ZoneId zone,
    Form form,
    boolean agreed,
    @Nullable Instant next) {

  static RhythmView of(RhythmRow row) {
    var rhythm = row.rhythm();
    return new RhythmView(
        rhythm.id(),
        row.proposedBy(),
        rhythm.weekday(),
        rhythm.time(),
        rhythm.zone(),
        rhythm.form(),
        row.agreed(),
        row.nextAt());
  }
}
