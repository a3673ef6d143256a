package app.haven.activity;

import app.haven.activity.ActivityEvent.Answered;
import app.haven.activity.ActivityEvent.Ended;
import app.haven.activity.ActivityEvent.Faded;
import app.haven.activity.ActivityEvent.Offered;
import app.haven.activity.ActivityEvent.Passed;
import app.haven.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of doing something together. Pure.
///
/// The turn goes back and forth, so that both have their time. Whoever has it passes it on; a while
/// after its time the other may, too, so that nobody is stuck. Either ends it at any moment.
sealed interface Activity {
  int MOST = 5;
  Duration WINDOW = Duration.ofHours(24);
  Duration REST = Duration.ofHours(24);
  Duration FADES = Duration.ofHours(12);

  /// How long after its time a step is still the one's who has it.
  Duration GRACE = Duration.ofMinutes(2);

  /// How long after its time a step ends by itself: both went on to something else.
  Duration FORGOTTEN = Duration.ofHours(1);

  Card card();

  /// What stays the same all through.
  record Card(UUID id, PersonId offeredBy, PersonId to, Which which, Instant offeredAt) {}

  /// The activity that stands.
  record Standing(
      UUID activity,
      PersonId offeredBy,
      Instant offeredAt,
      Which which,
      State state,
      @Nullable Integer step,
      @Nullable PersonId turn,
      @Nullable Instant until,
      @Nullable Answer answer) {}

  /// What is known when somebody offers one.
  ///
  /// @param sameId what already goes by this id
  /// @param standing what is offered or under way
  /// @param last when this person offered their last ones, at most [#MOST], newest first
  /// @param no when the other last said not now to this one
  record Before(
      Optional<Activity> sameId,
      Optional<Activity> standing,
      List<Instant> last,
      Optional<Instant> no) {}

  static Offered offer(ActivityCommand.Offer wish, Before before, Instant now) {
    if (before.sameId().isPresent()) {
      throw ActivityRefusals.idTaken(before.sameId().get().standing());
    }
    if (before.standing().isPresent()) {
      throw ActivityRefusals.oneAtATime(before.standing().get().standing());
    }
    // A no needs its rest: whoever asks once more at once asks for another answer.
    if (before.no().filter(said -> said.plus(REST).isAfter(now)).isPresent()) {
      throw ActivityRefusals.resting();
    }
    if (before.last().size() >= MOST) {
      var free = before.last().get(MOST - 1).plus(WINDOW);
      if (free.isAfter(now)) throw ActivityRefusals.enough(Duration.between(now, free));
    }
    return new Offered(wish.activity(), wish.which());
  }

  static Waiting begun(Offered offered, PersonId by, PersonId to, Instant now) {
    return new Waiting(new Card(offered.activity(), by, to, offered.which(), now));
  }

  /// What a command does to this activity; empty where it was so already.
  default Optional<ActivityEvent> decide(ActivityCommand command, PersonId by, Instant now) {
    boolean own = by.equals(card().offeredBy());
    return switch (command) {
      case ActivityCommand.Offer _ -> throw new IllegalArgumentException("offered twice");
      case ActivityCommand.Answer said -> {
        if (own) throw ActivityRefusals.forPartner();
        yield answer(said.answer(), now);
      }
      case ActivityCommand.Pass pass -> pass(pass.step(), by, now);
      case ActivityCommand.End _ -> {
        if (this instanceof Waiting && !own) throw ActivityRefusals.forTheOneWhoOffered();
        yield this instanceof Over ? Optional.empty() : Optional.of(new Ended(card().id()));
      }
    };
  }

  private Optional<ActivityEvent> answer(Answer said, Instant now) {
    return switch (this) {
      case Waiting _ ->
          Optional.of(
              said == Answer.YES
                  ? new Answered(card().id(), said, 1, whose(1), now.plus(time(1)))
                  : new Answered(card().id(), said, null, null, null));
      case Running _ -> {
        if (said == Answer.NOT_NOW) throw ActivityRefusals.begun(standing());
        yield Optional.empty();
      }
      case Over over -> {
        if (said == Answer.NOT_NOW && over.notNowAt() != null) yield Optional.empty();
        throw ActivityRefusals.over(standing());
      }
    };
  }

  private Optional<ActivityEvent> pass(int done, PersonId by, Instant now) {
    return switch (this) {
      case Waiting _ -> throw ActivityRefusals.notBegun(standing());
      case Over _ -> throw ActivityRefusals.over(standing());
      case Running it -> {
        if (done < 1 || done > it.step) throw ActivityRefusals.noSuchStep();
        if (done < it.step) yield Optional.empty();
        var turn = whose(it.step);
        boolean theirs = turn == null || turn.equals(by);
        if (!theirs && now.isBefore(it.until.plus(GRACE))) throw ActivityRefusals.othersTurn();
        int next = it.step + 1;
        yield Optional.of(
            next > Catalog.steps(card().which()).size()
                ? new Ended(card().id())
                : new Passed(card().id(), next, whose(next), now.plus(time(next))));
      }
    };
  }

  /// Null for a step of both.
  private @Nullable PersonId whose(int step) {
    return switch (step(step).turn()) {
      case FIRST -> card().offeredBy();
      case SECOND -> card().to();
      case BOTH -> null;
    };
  }

  private Duration time(int step) {
    return step(step).time();
  }

  private Catalog.Step step(int number) {
    return Catalog.steps(card().which()).get(number - 1);
  }

  /// @param at when the event happened
  default Activity after(ActivityEvent event, Instant at) {
    return switch (event) {
      case Offered _ -> this;
      case Answered said -> {
        var step = said.step();
        var until = said.until();
        yield step == null || until == null
            ? new Over(card(), at)
            : new Running(card(), step, until);
      }
      case Passed passed -> new Running(card(), passed.step(), passed.until());
      case Ended _, Faded _ -> new Over(card(), null);
    };
  }

  /// What its timer becomes; empty where it has no use any more.
  default Optional<ActivityEvent> timeIsUp() {
    return switch (this) {
      case Waiting _ -> Optional.of(new Faded(card().id()));
      case Running _ -> Optional.of(new Ended(card().id()));
      case Over _ -> Optional.empty();
    };
  }

  default Standing standing() {
    return switch (this) {
      case Waiting _ -> standing(State.OFFERED, null, null, null);
      case Running it -> standing(State.RUNNING, it.step, it.until, null);
      case Over it -> standing(State.OVER, null, null, it.notNowAt == null ? null : Answer.NOT_NOW);
    };
  }

  private Standing standing(
      State state, @Nullable Integer step, @Nullable Instant until, @Nullable Answer answer) {
    var card = card();
    return new Standing(
        card.id(),
        card.offeredBy(),
        card.offeredAt(),
        card.which(),
        state,
        step,
        step == null ? null : whose(step),
        until,
        answer);
  }

  /// Offered, and not answered yet.
  record Waiting(Card card) implements Activity {}

  record Running(Card card, int step, Instant until) implements Activity {}

  /// @param notNowAt when the other said a kind no, if that is how it ended
  record Over(Card card, @Nullable Instant notNowAt) implements Activity {}
}
