/// The fault test: couples act over real sockets while nodes, PostgreSQL and Kafka are killed and
/// the clock jumps; a checker then holds what everybody sent and received against I1 to I7.
@org.jspecify.annotations.NullMarked
package app.haven.faults;
