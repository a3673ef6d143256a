/// A lower step before a time-out: one tap, no answer asked.
@org.jspecify.annotations.NullMarked
package app.haven.signal;
