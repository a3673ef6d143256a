package app.haven.kernel;

/// Something that happened, before it has a number.
///
/// @param kind as on the wire, such as `timeout.called`
/// @param data a record; its `@Words` components are sealed with the author's key
public record Fact(Target target, String kind, Record data) {}
