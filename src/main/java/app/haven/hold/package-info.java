/// "No big decisions until …": a hold that a person places on themselves. Nobody places one on the
/// other, and nobody knows of it unless its owner shows it.
@org.jspecify.annotations.NullMarked
package app.haven.hold;
