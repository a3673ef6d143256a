package app.haven.faults;

import app.haven.faults.History.Logged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
          PLAN_PASSED_ON);

  private static final Duration FIVE = Duration.ofMinutes(5);
  private static final Duration TEN = Duration.ofMinutes(10);
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration IN_A_WHILE = Duration.ofHours(3);

  /// More than any run lasts.
  private static final int ROUNDS = 30;

  final String stream;
  final String kind;
  final String thing;
  final Instant due;

  /// The event that made it.
  final long since;

  /// When something made it void.
  @Nullable Instant ended;

  private Promise(String stream, String kind, String thing, Instant due, long since) {
    this.stream = stream;
    this.kind = kind;
    this.thing = thing;
    this.due = due;
    this.since = since;
  }

  private void end(Instant at) {
    if (ended == null) ended = at;
  }

  /// Every promise made in a couple's shared stream, and by each of the two in their own.
  static List<Promise> made(History.Couple couple, Facts facts) {
    var book = new Book(couple);
    for (var stream : Facts.streams(couple)) facts.stored(stream).events().forEach(book::read);
    return book.promises;
  }

  private record Book(
      History.Couple couple,
      List<Promise> promises,
      Map<String, Instant> checkedIn,
      Map<String, Instant> opened) {
    Book(History.Couple couple) {
      this(couple, new ArrayList<>(), new HashMap<>(), new HashMap<>());
    }

    void read(Logged event) {
      var thing = thing(event);
      switch (event.kind()) {
        case "timeout.called" -> open(event, thing);
        case "timeout.checkedIn" -> {
          checkedIn.put(thing, event.at());
          signOfLife(event, thing);
        }
        case "timeout.extended" -> {
          endAll(event, thing);
          open(event, thing);
          signOfLife(event, thing);
        }
        case "timeout.returned" -> {
          endAll(event, thing);
          talk(event, thing);
        }
        case "timeout.letGo",
            "bid.withdrawn",
            "concern.closed",
            "concern.withdrawn",
            "note.cancelled",
            "plan.discarded" ->
            endAll(event, thing);
        case "concern.raised" -> {
          if (!event.data().path("parked").asBoolean()) rests(event, thing, event.at());
        }
        case "concern.opened", "concern.heard" -> {
          endAll(event, thing);
          rests(event, thing, event.at());
        }
        case "concern.timeNeeded" -> {
          endAll(event, thing);
          var until = Instant.parse(event.data().path("until").asText());
          rests(event, thing, until);
          add(String.valueOf(event.by()), CONCERN_DUE, thing, until, event);
        }
        case "note.planned" -> {
          var at = Instant.parse(event.data().path("at").asText());
          add(couple.id(), NOTE_SENT, thing, at, event);
          add(String.valueOf(event.by()), NOTE_PASSED_ON, thing, at, event);
        }
        case "plan.hidden" -> surprise(event, thing);
        case "plan.made" -> {
          if (!event.data().path("surprise").asBoolean()) return;
          opened.put(thing, event.at());
          end(PLAN_MADE, event, thing);
          add(String.valueOf(event.by()), PLAN_PASSED_ON, thing, event.at(), event);
        }
        case "bid.made" -> add(couple.id(), BID_FADED, thing, event.at().plus(DAY), event);
        case "bid.answered" -> {
          endAll(event, thing);
          later(event, thing);
        }
        case "repair.withdrawn" -> end(REPAIR_DUE, event, thing);
        case "repair.answered" -> {
          end(REPAIR_DUE, event, thing);
          var until = Fold.moment(event.data(), "until");
          if (until != null) add(String.valueOf(event.by()), REPAIR_DUE, thing, until, event);
        }
        case "repair.followUpAsked" -> {
          end(FOLLOW_UP_DUE, event, thing);
          followUp(event, thing);
        }
        case "repair.followUpEnded" -> end(FOLLOW_UP_DUE, event, thing);
        default -> {}
      }
    }

    /// Opened by hand it is over before its time; the streams are read one after the other.
    private void surprise(Logged event, String thing) {
      var at = Fold.moment(event.data(), "revealAt");
      if (at == null) return;
      add(couple.id(), PLAN_MADE, thing, at, event);
      var byHand = opened.get(thing);
      if (byHand != null) promises.getLast().end(byHand);
    }

    private void open(Logged event, String thing) {
      var returnAt = Instant.parse(event.data().path("returnAt").asText());
      var caller = String.valueOf(event.by());
      if (!returnAt.isBefore(event.at().plus(TEN))) {
        add(caller, ENDING_SOON, thing, returnAt.minus(FIVE), event);
      }
      add(caller, DUE, thing, returnAt, event);
      add(couple.id(), OVERDUE, thing, returnAt.plus(FIVE), event);
      add(couple.id(), LAPSED, thing, returnAt.plus(DAY), event);
    }

    private void rests(Logged event, String thing, Instant word) {
      add(couple.id(), CONCERN_RESTED, thing, word.plus(WEEK), event);
    }

    private void later(Logged event, String thing) {
      if (!event.data().path("answer").asText().equals("later")) return;
      var at = Fold.moment(event.data(), "at");
      var due = at == null ? event.at().plus(IN_A_WHILE) : at;
      add(String.valueOf(event.by()), BID_DUE, thing, due, event);
    }

    private void followUp(Logged event, String thing) {
      var round = Duration.ofDays(event.data().path("days").asInt());
      var giver = event.data().path("giver").asText();
      var due = event.at();
      for (int i = 0; i < ROUNDS; i++) {
        due = due.plus(round);
        add(giver, FOLLOW_UP_DUE, thing, due, event);
      }
    }

    private void talk(Logged event, String thing) {
      var talkAt = Fold.moment(event.data(), "talkAt");
      if (talkAt == null || !talkAt.minus(FIVE).isAfter(event.at())) return;
      couple.people().forEach(person -> add(person, TALK_SOON, thing, talkAt.minus(FIVE), event));
    }

    private void add(String stream, String kind, String thing, Instant due, Logged event) {
      promises.add(new Promise(stream, kind, thing, due, event.seq()));
    }

    /// From five minutes before the time on it counts as a word, and nobody is told.
    private void signOfLife(Logged event, String thing) {
      var word = checkedIn.get(thing);
      for (var promise : promises) {
        if (word != null
            && promise.thing.equals(thing)
            && promise.kind.equals(OVERDUE)
            && !word.isBefore(promise.due.minus(TEN))) promise.end(event.at());
      }
    }

    private void end(String kind, Logged event, String thing) {
      for (var promise : promises) {
        if (promise.kind.equals(kind) && promise.thing.equals(thing)) promise.end(event.at());
      }
    }

    private void endAll(Logged event, String thing) {
      for (var promise : promises) {
        if (promise.thing.equals(thing)) promise.end(event.at());
      }
    }
  }

  private static String thing(Logged event) {
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
          case BID_DUE, CONCERN_DUE, CONCERN_RESTED, REPAIR_DUE, FOLLOW_UP_DUE ->
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
