/// Signing in and out, and one's own settings.
@org.jspecify.annotations.NullMarked
package app.haven.identity;
