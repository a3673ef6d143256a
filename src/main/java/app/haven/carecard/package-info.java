/// What helps a person, in their own words: theirs alone, and section by section for the partner
/// too, for as long as they like.
@org.jspecify.annotations.NullMarked
package app.haven.carecard;
