/// What was good: a list for both and one for oneself, of which one entry comes back each day. No
/// counters.
@org.jspecify.annotations.NullMarked
package app.haven.gratitude;
