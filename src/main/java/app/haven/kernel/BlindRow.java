package app.haven.kernel;

import java.util.UUID;

/// What one person keeps for a [BlindThing], and the number of the event in their `mine` that holds
/// the words.
///
/// @param ready whether they said so
/// @param revealed whether it stands in `ours` already; then it changes no more
public record BlindRow(
    PersonId author,
    CoupleId couple,
    String kind,
    UUID thing,
    long keptSeq,
    boolean ready,
    boolean revealed) {

  /// Whether this waits for the other's.
  boolean waits() {
    return ready && !revealed;
  }
}
