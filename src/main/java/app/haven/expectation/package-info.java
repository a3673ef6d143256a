/// Saying what each expects, topic by topic: both answer blind, both are shown in one event, and
/// then each marks what is the same, what differs and what they would like to talk about. No score.
@org.jspecify.annotations.NullMarked
package app.haven.expectation;
