/// How two become a couple, in order and all at once.
@org.jspecify.annotations.NullMarked
package app.haven.pairing;
