package app.haven.bid;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The rules of notes. Pure.
final class Note {
  static final String SENT = "note.sent";
  static final String PASSED_ON = "note.passedOn";
  static final int MOST = 10;
  static final int MOST_PLANNED = 20;
  static final Duration WINDOW = Duration.ofHours(1);
  static final Duration WITHIN = Duration.ofDays(366);

  private Note() {}

  /// @param last when this person sent their last ones, at most ten, newest first
  static void mayBeSent(List<Instant> last, Instant now) {
    if (last.size() < MOST) return;
    var free = last.get(MOST - 1).plus(WINDOW);
    if (free.isAfter(now)) {
      throw Refusal.rate(
          "Ten notes in an hour are enough for now. There is time.", Duration.between(now, free));
    }
  }

  /// Whoever plans may not send more at once than who sends: ten in an hour, as they go out.
  ///
  /// @param planned when those of this person that wait already go out
  /// @param last when this person sent their last ones, at most ten, newest first
  static void mayBePlanned(Instant at, List<Instant> planned, List<Instant> last, Instant now) {
    if (!at.isAfter(now)) {
      throw Refusal.of(Code.TOO_SOON, "Please choose a time that is ahead.");
    }
    if (at.isAfter(now.plus(WITHIN))) {
      throw Refusal.of(Code.TOO_LONG, "Please choose a time within a year.");
    }
    if (planned.size() >= MOST_PLANNED) {
      throw Refusal.conflict("Twenty notes are waiting already. That is the most.", null);
    }
    long near =
        Stream.concat(planned.stream(), last.stream())
            .filter(other -> Duration.between(other, at).abs().compareTo(WINDOW) < 0)
            .count();
    if (near >= MOST) {
      throw Refusal.conflict(
          "Ten notes go out within an hour of that time. Please choose another.", null);
    }
  }

  static Refusal idTaken() {
    return Refusal.conflict("This id already names a note.", null);
  }

  /// On the stream it goes to: where that is closed, the kernel lets nothing out.
  static Timer goesOut(StreamId ours, UUID note, Instant at) {
    return new Timer(ours, SENT, note, at);
  }

  /// Tells its author in a transaction of its own, as one transaction of a timer writes one stream.
  static Timer tells(PersonId author, UUID note, Instant now) {
    return new Timer(author.mine(), PASSED_ON, note, now);
  }
}
