/// The tank: small resentments a person keeps for themselves, to raise gently one day or to let go.
/// All of it is on their own stream; to everybody else it does not exist.
@org.jspecify.annotations.NullMarked
package app.haven.tank;
