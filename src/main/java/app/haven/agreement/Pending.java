package app.haven.agreement;

import app.haven.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version that waits for the other's yes.
///
/// @param hash of its entry: what the yes may name
record Pending(
    int number, PersonId author, String hash, List<Slot> slots, @Nullable Instant reviewAt) {

  static Pending of(int number, PersonId author, Wording said, Seal seal) {
    var slots = said.slots();
    return new Pending(
        number, author, seal.hash(), slots == null ? List.of() : slots, said.reviewAt());
  }
}
