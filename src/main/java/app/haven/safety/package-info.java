/// What keeps a person safe from everyone else here: taking back all that is theirs.
@org.jspecify.annotations.NullMarked
package app.haven.safety;
