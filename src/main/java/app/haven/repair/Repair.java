package app.haven.repair;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.repair.RepairEvent.Answered;
import app.haven.repair.RepairEvent.Offered;
import app.haven.repair.RepairEvent.Withdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules of one attempt to make it right. Pure.
///
/// An attempt knows what was said to it, and nothing about what was not: no state says that it was
/// read, refused or left lying, so none can be stored or shown.
sealed interface Repair {
  Duration TIME_WITHIN = Duration.ofDays(31);
  int MOST = 10;
  Duration WINDOW = Duration.ofHours(1);

  Attempt attempt();

  /// What stays the same all through.
  ///
  /// @param thread the id of the first attempt about this hurt
  record Attempt(UUID id, UUID thread, PersonId giver, Instant offeredAt) {}

  /// The attempt that stands, without its words.
  record Standing(
      UUID repair,
      UUID thread,
      PersonId giver,
      Instant offeredAt,
      @Nullable Answer answer,
      @Nullable Instant answeredAt,
      @Nullable Instant until,
      @Nullable Instant withdrawnAt) {}

  /// What is known when somebody offers one.
  ///
  /// @param sameId what already goes by this id
  /// @param first the first attempt of the thread that is joined
  /// @param rest until when time was asked for in that thread, if that answer stands
  /// @param last when this person offered their last ones, at most ten, newest first
  record Before(
      Optional<Repair> sameId,
      Optional<Attempt> first,
      Optional<Instant> rest,
      List<Instant> last) {}

  static Offered offer(RepairCommand.Offer wish, PersonId by, Before before, Instant now) {
    if (before.sameId().isPresent()) {
      throw RepairRefusals.idTaken(before.sameId().get().standing());
    }
    oneForm(wish);
    if (wish.thread() != null) {
      var first = before.first().orElseThrow(Refusal::notFound);
      if (!first.giver().equals(by)) throw RepairRefusals.ownThread();
      // Whoever asked for time is left that time.
      before
          .rest()
          .filter(until -> until.isAfter(now))
          .ifPresent(_ -> {
            throw RepairRefusals.resting();
          });
    }
    if (before.last().size() >= MOST) {
      var free = before.last().get(MOST - 1).plus(WINDOW);
      if (free.isAfter(now)) throw RepairRefusals.enough(Duration.between(now, free));
    }
    return new Offered(
        wish.repair(),
        wish.thread() == null ? wish.repair() : wish.thread(),
        wish.phrase(),
        wish.words(),
        wish.acknowledgement(),
        wish.empathy(),
        wish.restitution(),
        Boolean.TRUE.equals(wish.asks()) ? true : null,
        wish.about());
  }

  private static void oneForm(RepairCommand.Offer wish) {
    boolean parts =
        Stream.of(wish.acknowledgement(), wish.empathy(), wish.restitution())
            .anyMatch(Objects::nonNull);
    long forms =
        Stream.of(wish.phrase() != null, wish.words() != null, parts).filter(is -> is).count();
    if (forms == 0) throw RepairRefusals.nothingSaid();
    if (forms > 1) throw RepairRefusals.saidTwice();
    if (parts) RepairRefusals.missing(wish);
  }

  static Open begun(Offered offered, PersonId giver, Instant now) {
    return new Open(new Attempt(offered.repair(), offered.thread(), giver, now));
  }

  /// By the other one, at any time, and also instead of what they said before.
  default Optional<Answered> answer(RepairCommand.Answer said, PersonId by, Instant now) {
    if (by.equals(attempt().giver())) throw RepairRefusals.forPartner();
    if (this instanceof Gone) throw RepairRefusals.gone(standing());
    if (this instanceof Heard heard && heard.same(said)) return Optional.empty();
    until(said, now);
    switch (said.answer()) {
      case NOT_YET -> {
        if (said.words() == null) throw RepairRefusals.whatWouldHelp();
      }
      case NEED -> {
        if (said.words() == null) throw RepairRefusals.whatIsNeeded();
      }
      case ACCEPTED, NEED_TIME -> {}
    }
    return Optional.of(new Answered(attempt().id(), said.answer(), said.until(), said.words()));
  }

  private static void until(RepairCommand.Answer said, Instant now) {
    if (said.answer() != Answer.NEED_TIME) {
      if (said.until() != null) throw RepairRefusals.onlyNeedTime();
      return;
    }
    if (said.until() == null) throw RepairRefusals.untilWhen();
    if (!said.until().isAfter(now)) throw RepairRefusals.timeBehind();
    if (said.until().isAfter(now.plus(TIME_WITHIN))) throw RepairRefusals.timeTooFar();
  }

  /// Also after an answer: nobody is held to what they offered. Empty where it was so already.
  default Optional<Withdrawn> withdraw(PersonId by) {
    if (!by.equals(attempt().giver())) throw Refusal.notYours();
    return this instanceof Gone ? Optional.empty() : Optional.of(new Withdrawn(attempt().id()));
  }

  default Repair answered(Answered said, Instant at) {
    return new Heard(attempt(), said.answer(), at, said.until());
  }

  default Repair withdrawn(Instant at) {
    return new Gone(attempt(), at);
  }

  /// What a refusal shows of it.
  default Standing standing() {
    return switch (this) {
      case Open it -> standing(it.attempt, null, null, null, null);
      case Heard it -> standing(it.attempt, it.answer, it.at, it.until, null);
      case Gone it -> standing(it.attempt, null, null, null, it.at);
    };
  }

  private static Standing standing(
      Attempt attempt,
      @Nullable Answer answer,
      @Nullable Instant answeredAt,
      @Nullable Instant until,
      @Nullable Instant withdrawnAt) {
    return new Standing(
        attempt.id(),
        attempt.thread(),
        attempt.giver(),
        attempt.offeredAt(),
        answer,
        answeredAt,
        until,
        withdrawnAt);
  }

  record Open(Attempt attempt) implements Repair {}

  /// @param until the time asked for with `need_time`
  record Heard(Attempt attempt, Answer answer, Instant at, @Nullable Instant until)
      implements Repair {
    /// One more tap on the same answer says nothing new.
    boolean same(RepairCommand.Answer said) {
      return said.answer() == answer && said.words() == null && Objects.equals(said.until(), until);
    }
  }

  /// Taken back by its giver.
  record Gone(Attempt attempt, Instant at) implements Repair {}
}
