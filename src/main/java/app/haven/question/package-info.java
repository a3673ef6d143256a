/// Questions to get to know each other better, which both answer before either sees an answer. Who
/// draws the next one takes turns, and nobody can hold the turn for ever.
@org.jspecify.annotations.NullMarked
package app.haven.question;
