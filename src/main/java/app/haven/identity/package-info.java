/// Who is calling: from a checked sign-in to a person, made at their first call; and the browser
/// sign-ins that stand.
@org.jspecify.annotations.NullMarked
package app.haven.identity;
