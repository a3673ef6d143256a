/// Words at rest: what a key opens, and what it does not any more.
@org.jspecify.annotations.NullMarked
package app.haven.vault;
