/// What the two of them agree on: whole versions, in force only with two yeses to the same one, and
/// over as soon as either wants it. Nobody edits the past: every entry carries the hash of the one
/// before.
@org.jspecify.annotations.NullMarked
package app.haven.agreement;
