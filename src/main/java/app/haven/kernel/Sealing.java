package app.haven.kernel;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Encryption at rest, as the kernel and the features use it.
public interface Sealing {

  /// Whose words, where: each author has a key of their own in each stream they write to.
  record Key(StreamId stream, PersonId author) {}

  /// Makes the key, in the caller's transaction.
  void create(Key key);

  /// Destroys every key of this author, in the caller's transaction: what it sealed is unreadable
  /// from the commit on, on every node within 5 s.
  void destroyAll(PersonId author);

  /// Reads many keys in one go.
  void warm(Collection<Key> keys);

  /// @param place table, row and column: sealed words cannot be moved elsewhere
  byte[] seal(Key key, String place, byte[] clear);

  /// Null where the key was destroyed.
  byte @Nullable [] open(Key key, String place, byte[] sealed);

  /// A keyed hash, so that a dump does not let anyone try out what was written.
  byte[] fingerprint(Key key, byte[] content);
}
