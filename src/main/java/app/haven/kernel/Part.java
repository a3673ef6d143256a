package app.haven.kernel;

/// One person's share of an event that speaks for two, such as an answer that was given blind: such
/// an event's record holds both in a `List` named `answers`, of a record that implements this. The
/// words of each are sealed under their own author's key, so that one takes theirs back while the
/// other's stay; where they were taken back they are null, and `erased` is true in that share
/// alone.
///
/// The list stands in the order of the stream's readers, never in the order in which the two came:
/// that would tell who was first.
public interface Part {
  /// The component of the event's record, and the field on the wire.
  String FIELD = "answers";

  PersonId by();
}
