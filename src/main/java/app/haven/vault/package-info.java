/// Encryption at rest: a data key for each author in each stream, wrapped by a master key that only
/// the running service knows; destroying the key erases what it sealed.
@org.jspecify.annotations.NullMarked
package app.haven.vault;
