/// Ideas and plans for the two of them, and surprises that are nobody's but their author's until
/// they open.
@org.jspecify.annotations.NullMarked
package app.haven.plan;
