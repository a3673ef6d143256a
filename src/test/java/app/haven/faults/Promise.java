package app.haven.faults;

import app.haven.faults.History.Logged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A timer as the product promises it, worked out from what both partners said.
final class Promise {
  static final String ENDING_SOON = "timeout.endingSoon";
  static final String DUE = "timeout.due";
  static final String OVERDUE = "timeout.overdue";
  static final String LAPSED = "timeout.lapsed";
  static final String TALK_SOON = "timeout.talkSoon";
  static final String BID_FADED = "bid.faded";
  static final String BID_DUE = "bid.due";
  static final String CONCERN_RESTED = "concern.rested";
  static final String CONCERN_DUE = "concern.due";
  static final String REPAIR_DUE = "repair.due";
  static final String FOLLOW_UP_DUE = "repair.followUpDue";
  static final String NOTE_SENT = "note.sent";
  static final String NOTE_PASSED_ON = "note.passedOn";
  static final String PLAN_MADE = "plan.made";
  static final String PLAN_PASSED_ON = "plan.passedOn";
  static final String AGREEMENT_REVIEW = "agreement.reviewDue";
  static final String PROMISE_SOON = "promise.soon";
  static final String PROMISE_DUE = "promise.due";
  static final String HOLD_OVER = "hold.over";
  static final Set<String> KINDS =
      Set.of(
          ENDING_SOON,
          DUE,
          OVERDUE,
          LAPSED,
          TALK_SOON,
          BID_FADED,
          BID_DUE,
          CONCERN_RESTED,
          CONCERN_DUE,
          REPAIR_DUE,
          FOLLOW_UP_DUE,
          NOTE_SENT,
          NOTE_PASSED_ON,
          PLAN_MADE,
          PLAN_PASSED_ON,
          AGREEMENT_REVIEW,
          PROMISE_SOON,
          PROMISE_DUE,
          HOLD_OVER);

  private static final Duration FIVE = Duration.ofMinutes(5);

  final String stream;
  final String kind;
  final String thing;
  final Instant due;

  /// The event that made it.
  final long since;

  /// When something made it void.
  @Nullable Instant ended;

  Promise(String stream, String kind, String thing, Instant due, long since) {
    this.stream = stream;
    this.kind = kind;
    this.thing = thing;
    this.due = due;
    this.since = since;
  }

  void end(Instant at) {
    if (ended == null) ended = at;
  }

  /// Every promise made in a couple's shared stream, and by each of the two in their own.
  static List<Promise> made(History.Couple couple, Facts facts) {
    var book = new PromiseBook(couple);
    for (var stream : Facts.streams(couple)) facts.stored(stream).events().forEach(book::read);
    return book.promises();
  }

  static String thing(Logged event) {
    if (event.kind().startsWith("repair.followUp")) return event.data().path("thread").asText();
    return event.data().path(event.kind().substring(0, event.kind().indexOf('.'))).asText();
  }

  /// Whether a system event is this promise come true.
  boolean fits(String stream, Logged fired) {
    return this.stream.equals(stream)
        && kind.equals(fired.kind())
        && thing.equals(thing(fired))
        && switch (kind) {
          case ENDING_SOON -> due.plus(FIVE).equals(Fold.moment(fired.data(), "returnAt"));
          case DUE -> due.equals(Fold.moment(fired.data(), "returnAt"));
          case OVERDUE -> due.minus(FIVE).equals(Fold.moment(fired.data(), "returnAt"));
          case BID_DUE,
              CONCERN_DUE,
              CONCERN_RESTED,
              REPAIR_DUE,
              FOLLOW_UP_DUE,
              AGREEMENT_REVIEW,
              PROMISE_SOON,
              PROMISE_DUE,
              HOLD_OVER ->
              !due.isAfter(fired.at());
          case TALK_SOON -> due.plus(FIVE).equals(Fold.moment(fired.data(), "talkAt"));
          default -> true;
        };
  }

  @Override
  public String toString() {
    return kind + " of " + thing + " at " + due;
  }
}
