/// Haven as an abuser would use it: a partner, a former partner, a stranger, a thief of the
/// database. Nothing here is generous: every endpoint and every command has to be on the list, and
/// each refusal stands beside the success of whoever is entitled.
@org.jspecify.annotations.NullMarked
package app.haven.attack;
