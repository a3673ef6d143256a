package app.haven.kernel;

import java.util.Set;

/// What a feature takes back when a browser is signed out. Runs in the transaction that ends the
/// sign-ins.
public interface SigningOut {
  /// @param sessions as [SignedIn#session] names them
  void ended(PersonId person, Set<String> sessions);
}
