package app.haven.kernel;

/// A place in a stream; places compare within one epoch only.
public record Position(String epoch, long seq) {}
