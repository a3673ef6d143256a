/// Small, dated promises between the two: kept, changed with notice, or let go with a word. Only
/// who made one can say anything about it, and nothing here counts.
@org.jspecify.annotations.NullMarked
package app.haven.promise;
