/// What an operator's tools ask a node: is it ready, are its timers looking.
@org.jspecify.annotations.NullMarked
package app.haven.operating;
