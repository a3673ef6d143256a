/// What every HTTP answer has in common: problems, headers, and which requests are turned away
/// before anything looks at them.
@org.jspecify.annotations.NullMarked
package app.haven.web;
