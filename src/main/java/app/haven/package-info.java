/// Haven. START HERE.
///
/// One shared action, from a thumb to the partner's screen, in five hops:
///
/// 1. **The doors.** `live.LiveSocket` (a WebSocket frame) and `live.CommandResource` (a POST) read
///    the same `kernel.Command`, with an id made by the client, and hand it to `kernel.Commands`.
/// 2. **The one transaction.** A `kernel.Lane` gathers what waits; `kernel.Transaction` claims the
///    ids in `kernel.Answered`, locks the streams' rows, finds out who may do what there, and asks
///    the feature's `kernel.Decider`. A feature only decides: it opens no transaction, sends
///    nothing, reads no clock.
/// 3. **The log.** `kernel.EventLog` numbers under that lock and appends; the feature's rows and
///    the timers (`kernel.Due`) are written with it. Commit; only then the author hears `ok`.
/// 4. **The hint.** `live.Bus` tells every node that a stream has more. `live.Drains` reads the log
///    for all of its sockets at once. Where a hint was lost, `live.Sweep` finds out.
/// 5. **The writer.** Each `live.LiveSession` hands over what comes next, in order, to the one
///    writer of its connection, `live.Outgoing`.
///
/// Coming back after a drop is hop 4 and 5 from the number the device had (`live.Hellos`). Timers
/// enter at hop 2 (`kernel.TimerWorker`).
///
/// Two streams: `ours` is the same for both partners, byte for byte; all that is private is on the
/// person's own `mine`. No event is ever shown in part.
///
/// The arrows; nothing points back:
///
/// ```
/// kernel      depends on nothing of ours; others implement its Decider, Snapshots, Closing,
///             Erasable, Sparing, Postponing (features), Sealing (vault), SignIns, Caller,
///             Locales, Zones (identity), Partners (pairing), Wakeups, OpenTabs (live), Witness,
///             SigningOut (notify)
/// vault     → kernel
/// web       → kernel
/// identity  → kernel, vault, web
/// pairing   → kernel, vault, identity
/// timeout, signal, bid, repair, gratitude, concern, expectation, worksheet, need, agreement,
///             weekly, promise, tank, hold, checkin, question, activity, phonesdown, feeling, plan,
///             carecard (each feature) → kernel; never each other
/// live      → kernel, web; finds the features through CDI
/// notify    → kernel, identity; hears of every event as the kernel's Witness
/// safety    → kernel, pairing
/// operating → kernel
/// settings  → kernel, vault, notify
/// ```
///
/// How it all holds together, with its reasons: `docs/how-it-works.md`, `docs/decisions.md`. How to
/// add a feature: `docs/contributing.md`.
@org.jspecify.annotations.NullMarked
package app.haven;
