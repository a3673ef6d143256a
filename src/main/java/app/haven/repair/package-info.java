/// Making it right after a hurt: attempts, what was said to them, and coming back to it. No answer
/// stays no answer.
@org.jspecify.annotations.NullMarked
package app.haven.repair;
