package app.haven.kernel;

/// Who asks, as the kernel found it under the stream's lock.
public sealed interface Who {
  PersonId person();

  /// Asks for themselves; whether they have a partner does not matter.
  record Solo(PersonId person) implements Who {}

  /// Asks inside the couple.
  record Paired(PersonId person, CoupleId couple, PersonId partner) implements Who {}
}
