package app.haven.question;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a question asks: one of the deck, or one that either of the two wrote. Exactly one stands.
///
/// @param deck its stable name in the deck, such as `light_07`
/// @param own the id it was added with
record Asks(@Nullable String deck, @Nullable UUID own) {
  static Asks deck(String name) {
    return new Asks(name, null);
  }

  static Asks own(UUID id) {
    return new Asks(null, id);
  }
}
