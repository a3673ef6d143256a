package app.haven.faults;

/// A place in a stream, as clients keep it.
record Position(String epoch, long seq) {}
