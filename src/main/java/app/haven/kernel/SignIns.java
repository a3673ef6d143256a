package app.haven.kernel;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Collection;
import java.util.Set;

/// Who is signed in, and whose sign-in has ended meanwhile. Blocks.
public interface SignIns {
  /// The first call for a new subject makes the person.
  ///
  /// @throws Refusal `sign-in` where nobody is signed in
  SignedIn of(SecurityIdentity identity);

  /// Those of these browser sign-ins that were ended or have run out, in one query. Whoever ends
  /// one wakes the person's own stream, so that every node asks here at once.
  Set<String> ended(Collection<String> sessions);
}
