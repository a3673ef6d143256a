/// A small reach for the other, and how it is answered. Nothing here remembers that one was not.
@org.jspecify.annotations.NullMarked
package app.haven.bid;
