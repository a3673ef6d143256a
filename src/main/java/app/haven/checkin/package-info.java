/// How each of the two is today, told to the other in two answers, and what the other says to it.
@org.jspecify.annotations.NullMarked
package app.haven.checkin;
