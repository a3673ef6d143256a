/// Haven. START HERE.
@org.jspecify.annotations.NullMarked
package app.haven;
