/// The protocol over a real socket, against the real jar.
@org.jspecify.annotations.NullMarked
package app.haven.live;
