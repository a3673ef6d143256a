package app.haven.agreement;

import app.haven.kernel.Weekday;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

/// Somebody's time alone, each week. Where they are then is theirs: there is no field for it.
///
/// @param person whose time it is
record Slot(UUID person, Weekday day, LocalTime start, Integer minutes, ZoneId zone) {}
