/// What an operator may set, and what is said where it is wrong.
@org.jspecify.annotations.NullMarked
package app.haven.settings;
