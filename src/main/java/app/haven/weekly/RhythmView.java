package app.haven.weekly;

import app.haven.kernel.PersonId;
import app.haven.kernel.Weekday;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

/// A day and a time as both read it.
record RhythmView(
    UUID rhythm,
    PersonId proposedBy,
    Weekday weekday,
    LocalTime time,
    ZoneId zone,
    Form form,
    boolean agreed) {

  static RhythmView of(RhythmRow row) {
    var rhythm = row.rhythm();
    return new RhythmView(
        rhythm.id(),
        row.proposedBy(),
        rhythm.weekday(),
        rhythm.time(),
        rhythm.zone(),
        rhythm.form(),
        row.agreed());
  }
}
