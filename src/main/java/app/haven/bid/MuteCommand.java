package app.haven.bid;

/// Hearing nothing of a kind of bid for as long as one likes. It is kept on one's own stream and
/// changes nothing about the bid: whoever sent it sees what they would see on any silent day.
sealed interface MuteCommand {
  record Set(BidKind kind, Boolean muted) implements MuteCommand {}
}
