/// One issue, seen by both: each writes their own view blind and says which layers of it they see;
/// after the reveal they write together what would be best for the two of them.
@org.jspecify.annotations.NullMarked
package app.haven.worksheet;
