/// Both doors (WebSocket and REST) for the same commands, and the way back: wake-ups, resume, one
/// writer per connection.
@org.jspecify.annotations.NullMarked
package app.haven.live;
