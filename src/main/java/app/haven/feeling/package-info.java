/// How I am: a feeling from a list or in own words, what the body says, and when to be asked. One's
/// own alone, until one of them is shared.
@org.jspecify.annotations.NullMarked
package app.haven.feeling;
