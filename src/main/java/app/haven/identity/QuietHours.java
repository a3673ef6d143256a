package app.haven.identity;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;

/// When a person wants no reminders, in their own time zone; `to` may be the next morning.
public record QuietHours(
    @JsonFormat(pattern = "HH:mm") LocalTime from, @JsonFormat(pattern = "HH:mm") LocalTime to) {}
