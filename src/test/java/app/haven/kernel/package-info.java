/// The kernel's pieces by themselves, without a database.
@org.jspecify.annotations.NullMarked
package app.haven.kernel;
