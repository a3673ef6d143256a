/// A person who is flooded says so and says when they are back; the server keeps that promise. Also
/// the drafts of the one who waits.
@org.jspecify.annotations.NullMarked
package app.haven.timeout;
