/// Raising a hard thing gently, one at a time, and hearing it. Nobody can change, shorten or forbid
/// the other's concern, and nobody can hold the one place for ever.
@org.jspecify.annotations.NullMarked
package app.haven.concern;
