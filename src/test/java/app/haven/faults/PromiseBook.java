package app.haven.faults;

import app.haven.faults.History.Logged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes down what each event promises, and which promises it makes void.
record PromiseBook(
    History.Couple couple,
    List<Promise> promises,
    Map<String, Instant> checkedIn,
    Map<String, Instant> opened,
    Reviews reviews) {
  private static final Duration FIVE = Duration.ofMinutes(5);
  private static final Duration TEN = Duration.ofMinutes(10);
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration IN_A_WHILE = Duration.ofHours(3);
  private static final Duration AN_HOUR = Duration.ofHours(1);

  /// More than any run lasts.
  private static final int ROUNDS = 30;

  PromiseBook(History.Couple couple) {
    this(couple, new ArrayList<>(), new HashMap<>(), new HashMap<>(), new Reviews());
  }

  void read(Logged event) {
    var thing = Promise.thing(event);
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
          "plan.discarded",
          "promise.kept",
          "promise.letGo",
          "hold.lifted" ->
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
        add(String.valueOf(event.by()), Promise.CONCERN_DUE, thing, until, event);
      }
      case "note.planned" -> {
        var at = Instant.parse(event.data().path("at").asText());
        add(couple.id(), Promise.NOTE_SENT, thing, at, event);
        add(String.valueOf(event.by()), Promise.NOTE_PASSED_ON, thing, at, event);
      }
      case "plan.hidden" -> surprise(event, thing);
      case "plan.made" -> {
        if (!event.data().path("surprise").asBoolean()) return;
        opened.put(thing, event.at());
        end(Promise.PLAN_MADE, event, thing);
        add(String.valueOf(event.by()), Promise.PLAN_PASSED_ON, thing, event.at(), event);
      }
      case "bid.made" -> add(couple.id(), Promise.BID_FADED, thing, event.at().plus(DAY), event);
      case "bid.answered" -> {
        endAll(event, thing);
        later(event, thing);
      }
      case "repair.withdrawn" -> end(Promise.REPAIR_DUE, event, thing);
      case "repair.answered" -> {
        end(Promise.REPAIR_DUE, event, thing);
        var until = Fold.moment(event.data(), "until");
        if (until != null) add(String.valueOf(event.by()), Promise.REPAIR_DUE, thing, until, event);
      }
      case "repair.followUpAsked" -> {
        end(Promise.FOLLOW_UP_DUE, event, thing);
        followUp(event, thing);
      }
      case "repair.followUpEnded" -> end(Promise.FOLLOW_UP_DUE, event, thing);
      case "promise.made", "promise.changed" -> {
        endAll(event, thing);
        reminders(event, thing);
      }
      case "hold.placed" -> {
        endAll(event, thing);
        var until = Instant.parse(event.data().path("until").asText());
        add(String.valueOf(event.by()), Promise.HOLD_OVER, thing, until, event);
      }
      default -> {
        if (reviews.changes(event, thing)) review(event, thing);
      }
    }
  }

  /// What was promised a moment ago needs no reminder before its time.
  private void reminders(Logged event, String thing) {
    var maker = String.valueOf(event.by());
    var due = Instant.parse(event.data().path("due").asText());
    var soon = due.minus(AN_HOUR);
    if (!soon.minus(AN_HOUR).isBefore(event.at())) {
      add(maker, Promise.PROMISE_SOON, thing, soon, event);
    }
    add(maker, Promise.PROMISE_DUE, thing, due, event);
  }

  /// A time that is over when the other says yes is told at once.
  private void review(Logged event, String thing) {
    end(Promise.AGREEMENT_REVIEW, event, thing);
    var at = reviews.of(thing);
    if (at == null) return;
    var due = at.isBefore(event.at()) ? event.at() : at;
    couple.people().forEach(one -> add(one, Promise.AGREEMENT_REVIEW, thing, due, event));
  }

  /// Opened by hand it is over before its time; the streams are read one after the other.
  private void surprise(Logged event, String thing) {
    var at = Fold.moment(event.data(), "revealAt");
    if (at == null) return;
    add(couple.id(), Promise.PLAN_MADE, thing, at, event);
    var byHand = opened.get(thing);
    if (byHand != null) promises.getLast().end(byHand);
  }

  private void open(Logged event, String thing) {
    var returnAt = Instant.parse(event.data().path("returnAt").asText());
    var caller = String.valueOf(event.by());
    if (!returnAt.isBefore(event.at().plus(TEN))) {
      add(caller, Promise.ENDING_SOON, thing, returnAt.minus(FIVE), event);
    }
    add(caller, Promise.DUE, thing, returnAt, event);
    add(couple.id(), Promise.OVERDUE, thing, returnAt.plus(FIVE), event);
    add(couple.id(), Promise.LAPSED, thing, returnAt.plus(DAY), event);
  }

  private void rests(Logged event, String thing, Instant word) {
    add(couple.id(), Promise.CONCERN_RESTED, thing, word.plus(WEEK), event);
  }

  private void later(Logged event, String thing) {
    if (!event.data().path("answer").asText().equals("later")) return;
    var at = Fold.moment(event.data(), "at");
    var due = at == null ? event.at().plus(IN_A_WHILE) : at;
    add(String.valueOf(event.by()), Promise.BID_DUE, thing, due, event);
  }

  private void followUp(Logged event, String thing) {
    var round = Duration.ofDays(event.data().path("days").asInt());
    var giver = event.data().path("giver").asText();
    var due = event.at();
    for (int i = 0; i < ROUNDS; i++) {
      due = due.plus(round);
      add(giver, Promise.FOLLOW_UP_DUE, thing, due, event);
    }
  }

  private void talk(Logged event, String thing) {
    var talkAt = Fold.moment(event.data(), "talkAt");
    if (talkAt == null || !talkAt.minus(FIVE).isAfter(event.at())) return;
    couple
        .people()
        .forEach(person -> add(person, Promise.TALK_SOON, thing, talkAt.minus(FIVE), event));
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
          && promise.kind.equals(Promise.OVERDUE)
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
