package app.haven.agreement;

import org.jspecify.annotations.Nullable;

/// How an entry hangs on the one before it; see [Chain].
///
/// @param previous the hash of the entry before; left out in the first
/// @param words the hash of this entry's words and their salt; left out where it has none
/// @param hash of the whole entry
record Seal(@Nullable String previous, @Nullable String words, String hash) {
  /// Of an entry that is still being written.
  static final Seal NOT_YET = new Seal(null, null, "");
}
