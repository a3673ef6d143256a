/// Haven broken on purpose, and a clock that a test can move: `@Alternative`s that stand aside
/// unless the environment asks for them. Packaged by the profile `faulty` alone; the jar that ships
/// has none of this.
@org.jspecify.annotations.NullMarked
package app.haven.faulty;
