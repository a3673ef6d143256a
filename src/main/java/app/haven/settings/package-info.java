/// What an operator sets: the HAVEN_* settings, checked before anything starts, and the commands of
/// the jar itself.
@org.jspecify.annotations.NullMarked
package app.haven.settings;
