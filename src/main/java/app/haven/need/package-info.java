/// Needs and boundaries: kept alone, shared one by one, taken back at any time. A need may carry a
/// request, to which no is an answer; a boundary is declared and not negotiated.
@org.jspecify.annotations.NullMarked
package app.haven.need;
