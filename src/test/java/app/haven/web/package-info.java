/// Which requests are turned away, and how.
@org.jspecify.annotations.NullMarked
package app.haven.web;
