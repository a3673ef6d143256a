package app.haven.kernel;

import org.jspecify.annotations.Nullable;

/// Someone whose sign-in was checked.
///
/// @param session the browser's sign-in, which may be ended by itself; null for a bearer token
public record SignedIn(PersonId person, @Nullable String session) {}
