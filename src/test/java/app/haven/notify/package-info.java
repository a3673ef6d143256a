/// Being reached, over real servers: a push service of our own that decrypts what it gets, and a
/// real mail server.
@org.jspecify.annotations.NullMarked
package app.haven.notify;
