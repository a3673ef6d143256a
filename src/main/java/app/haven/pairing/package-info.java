/// How two people become a couple, each consenting, and how one of them leaves, alone and at once.
@org.jspecify.annotations.NullMarked
package app.haven.pairing;
