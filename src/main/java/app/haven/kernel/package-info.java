/// The one transaction everything goes through: a command is answered once, decided under its
/// stream's lock, appended without a gap, and only then acknowledged. Depends on nothing of ours;
/// features, the vault and the doors implement or call what stands here.
@org.jspecify.annotations.NullMarked
package app.haven.kernel;
