package app.haven.kernel;

/// What a feature removes when a person erases their account, besides the words that become
/// unreadable with their keys. Runs in the erasing transaction.
public interface Erasable {
  void erase(PersonId person);
}
