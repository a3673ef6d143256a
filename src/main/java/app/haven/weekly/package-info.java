/// The joint weekly check-in: a rhythm both said yes to, answers that each writes blind, one
/// reveal, and then a talk with shared notes and decisions.
@org.jspecify.annotations.NullMarked
package app.haven.weekly;
