/// Taking back what is one's own.
@org.jspecify.annotations.NullMarked
package app.haven.safety;
