/// The benchmark: many couples over real WebSockets, each with one open time-out.
@org.jspecify.annotations.NullMarked
package app.haven.bench;
