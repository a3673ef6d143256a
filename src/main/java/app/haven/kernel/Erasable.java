package app.haven.kernel;

/// What a feature removes when a person erases their account, besides the words that become
/// unreadable with their keys. Runs in the erasing transaction.
public interface Erasable {
  void erase(PersonId person);

  /// Whether the others go first: their rows point to what is removed here, and the database would
  /// refuse the whole erasure.
  default boolean last() {
    return false;
  }
}
