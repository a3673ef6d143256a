/// Short things to do together, a quarter of an hour each, with a turn that goes back and forth.
/// Nobody is held in one, and nothing is counted.
@org.jspecify.annotations.NullMarked
package app.haven.activity;
