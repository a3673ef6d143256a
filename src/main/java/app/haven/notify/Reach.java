package app.haven.notify;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What reaches people outside the app: a new kind of event is a line here. Everything else waits
/// until they open it. Nobody is reached about what they did themselves.
///
/// Left out on purpose: what is said to somebody on a break (`timeout.acknowledged`,
/// `timeout.noted`), what takes something back (`bid.withdrawn`, `bid.faded`, `timeout.lapsed`,
/// `need.remindStopped`), and `couple.closed`.
///
/// @param buttons what can be done from the notification itself
/// @param moment one of the two moments of one's own time-out, which may pass through quiet hours
/// @param urgent part of a time-out, the promise of this service: it is never kept back for a time
///   that two spend together
record Reach(Buttons buttons, boolean moment, boolean urgent) {
  /// Which buttons a notification shows.
  enum Buttons {
    NONE,
    /// I hear you.
    HEAR,
    /// Back now.
    BACK;

    @JsonValue
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Reach PLAIN = new Reach(Buttons.NONE, false, false);
  private static final Reach URGENT = new Reach(Buttons.NONE, false, true);
  private static final Reach CALLED = new Reach(Buttons.HEAR, false, true);
  private static final Reach MOMENT = new Reach(Buttons.BACK, true, true);

  static final Map<String, Reach> KINDS =
      Map.ofEntries(
          Map.entry("timeout.called", CALLED),
          Map.entry("timeout.checkedIn", URGENT),
          Map.entry("timeout.extended", URGENT),
          Map.entry("timeout.returned", URGENT),
          Map.entry("timeout.letGo", URGENT),
          Map.entry("timeout.overdue", URGENT),
          Map.entry("timeout.endingSoon", MOMENT),
          Map.entry("timeout.due", MOMENT),
          Map.entry("timeout.talkSoon", URGENT),
          Map.entry("signal.sent", PLAIN),
          Map.entry("bid.made", PLAIN),
          Map.entry("bid.answered", PLAIN),
          Map.entry("bid.due", PLAIN),
          Map.entry("checkin.told", PLAIN),
          Map.entry("checkin.answered", PLAIN),
          Map.entry("feeling.shared", PLAIN),
          Map.entry("feeling.answered", PLAIN),
          Map.entry("feeling.due", PLAIN),
          Map.entry("note.sent", PLAIN),
          Map.entry("plan.made", PLAIN),
          Map.entry("plan.answered", PLAIN),
          Map.entry("gratitude.added", PLAIN),
          Map.entry("gratitude.thanked", PLAIN),
          Map.entry("concern.raised", PLAIN),
          Map.entry("concern.opened", PLAIN),
          Map.entry("concern.heard", PLAIN),
          Map.entry("concern.timeNeeded", PLAIN),
          Map.entry("concern.due", PLAIN),
          Map.entry("expectation.opened", PLAIN),
          Map.entry("expectation.revealed", PLAIN),
          Map.entry("worksheet.opened", PLAIN),
          Map.entry("worksheet.revealed", PLAIN),
          Map.entry("question.drawn", PLAIN),
          Map.entry("question.revealed", PLAIN),
          Map.entry("question.thanked", PLAIN),
          Map.entry("activity.offered", PLAIN),
          Map.entry("activity.answered", PLAIN),
          Map.entry("phonesDown.proposed", PLAIN),
          Map.entry("phonesDown.accepted", PLAIN),
          Map.entry("phonesDown.saidNotNow", PLAIN),
          Map.entry("phonesDown.soon", PLAIN),
          Map.entry("need.shared", PLAIN),
          Map.entry("need.answered", PLAIN),
          Map.entry("need.remindProposed", PLAIN),
          Map.entry("need.remindAgreed", PLAIN),
          Map.entry("need.reminded", PLAIN),
          Map.entry("boundary.shared", PLAIN),
          Map.entry("boundary.acknowledged", PLAIN),
          Map.entry("boundary.asked", PLAIN),
          Map.entry("agreement.proposed", PLAIN),
          Map.entry("agreement.changed", PLAIN),
          Map.entry("agreement.agreed", PLAIN),
          Map.entry("agreement.reviewDue", PLAIN),
          Map.entry("agreement.reminded", PLAIN),
          Map.entry("rhythm.proposed", PLAIN),
          Map.entry("rhythm.agreed", PLAIN),
          Map.entry("weekly.opened", PLAIN),
          Map.entry("weekly.revealed", PLAIN),
          Map.entry("promise.made", PLAIN),
          Map.entry("promise.changed", PLAIN),
          Map.entry("promise.kept", PLAIN),
          Map.entry("promise.letGo", PLAIN),
          Map.entry("promise.thanked", PLAIN),
          Map.entry("promise.soon", PLAIN),
          Map.entry("promise.due", PLAIN),
          Map.entry("hold.over", PLAIN),
          Map.entry("repair.offered", PLAIN),
          Map.entry("repair.answered", PLAIN),
          Map.entry("repair.due", PLAIN),
          Map.entry("repair.followUpAsked", PLAIN),
          Map.entry("repair.followUpDue", PLAIN),
          Map.entry("couple.opened", PLAIN),
          Map.entry("invite.changed", PLAIN));

  static Optional<Reach> of(String kind) {
    return Optional.ofNullable(KINDS.get(kind));
  }
}
