package app.haven.attack;

/// Who tries.
enum Role {
  /// Whose thing it is.
  OWNER,
  /// Who shares a space with the owner now.
  PARTNER,
  /// Signed in, in a couple of their own.
  STRANGER,
  /// Shared a space with the owner, until one of them left it.
  FORMER,
  /// Not signed in.
  NOBODY
}
