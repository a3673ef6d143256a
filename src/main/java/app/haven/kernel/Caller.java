package app.haven.kernel;

/// Whose request this is, for reads over REST.
public interface Caller {
  /// @throws Refusal `sign-in` where nobody is signed in
  PersonId person();
}
