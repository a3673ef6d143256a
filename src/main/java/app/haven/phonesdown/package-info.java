/// A time for the two of them with the phones away: agreed by both, ended by either. While it
/// lasts, nothing calls them from outside the app but a time-out; what came meanwhile comes after
/// it. Who kept their phone down is known to nobody.
@org.jspecify.annotations.NullMarked
package app.haven.phonesdown;
