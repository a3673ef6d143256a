package app.haven.plan;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.plan.PlanEvent.Answered;
import app.haven.plan.PlanEvent.LeadChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules of a plan that both know. Pure. Who makes it may see to it; nobody hands it to the
/// other. Either lets it go.
sealed interface Plan {
  String MADE = "plan.made";
  String PASSED_ON = "plan.passedOn";
  int MOST = 10;

  /// Of each, with the surprises that wait: nobody fills the other's place.
  int MOST_STANDING = 25;

  Duration WINDOW = Duration.ofHours(1);
  Duration WITHIN = Duration.ofDays(366);

  /// So long after its time, or after it was made where it has none, a plan is still shown.
  Duration SHOWN = Duration.ofDays(30);

  Made made();

  /// What stays the same all through.
  record Made(UUID id, PersonId maker, Instant at) {}

  /// The plan that stands, without its words.
  record Standing(
      UUID plan, PersonId maker, @Nullable PersonId leader, @Nullable Instant letGoAt) {}

  /// What is known when somebody makes or hides one, all of their own.
  ///
  /// @param last when they made their last ones, at most ten, newest first
  /// @param opening when those that wait open by themselves
  /// @param standing how many stand or wait
  record Before(List<Instant> last, List<Instant> opening, int standing) {
    void room() {
      if (standing >= MOST_STANDING) throw PlanRefusals.full();
    }

    /// Oldest first.
    List<Instant> near(Instant at) {
      return Stream.concat(last.stream(), opening.stream())
          .filter(other -> Duration.between(other, at).abs().compareTo(WINDOW) < 0)
          .sorted()
          .toList();
    }
  }

  /// Ten in an hour, with the surprises that open by themselves around that time.
  static void mayBeMade(Before before, Instant now) {
    before.room();
    var near = before.near(now);
    if (near.size() < MOST) return;
    var free = near.get(near.size() - MOST).plus(WINDOW);
    throw PlanRefusals.enough(Duration.between(now, free));
  }

  static void ahead(@Nullable Instant at, Instant now) {
    if (at == null) return;
    if (!at.isAfter(now)) throw PlanRefusals.behind();
    if (at.isAfter(now.plus(WITHIN))) throw PlanRefusals.far();
  }

  static Open begun(UUID id, PersonId maker, @Nullable Boolean lead, Instant now) {
    return new Open(new Made(id, maker, now), Boolean.TRUE.equals(lead) ? maker : null, null, null);
  }

  /// What a command does to this plan; empty where it was so already.
  default Optional<PlanEvent> decide(PlanCommand.Change command, PersonId by) {
    return switch (this) {
      case Open open ->
          switch (command) {
            case PlanCommand.Answer said -> open.answer(said, by);
            case PlanCommand.Lead wish -> open.lead(wish.lead(), by);
            case PlanCommand.LetGo _ -> Optional.of(new PlanEvent.LetGo(made().id()));
          };
      case Gone _ -> {
        if (command instanceof PlanCommand.LetGo) yield Optional.empty();
        throw PlanRefusals.letGo(standing());
      }
    };
  }

  /// @param by null where a surprise opens by itself
  Plan after(PlanEvent event, @Nullable PersonId by, Instant at);

  Standing standing();

  /// @param leader who sees to it
  record Open(
      Made made, @Nullable PersonId leader, @Nullable Answer answer, @Nullable Instant answeredAt)
      implements Plan {

    /// Another answer is fine: what fitted in the morning may not fit in the evening.
    Optional<PlanEvent> answer(PlanCommand.Answer said, PersonId by) {
      if (by.equals(made.maker)) throw PlanRefusals.forPartner();
      if (said.answer() == answer && said.words() == null) return Optional.empty();
      return Optional.of(new Answered(made.id, said.answer(), said.words()));
    }

    Optional<PlanEvent> lead(boolean wish, PersonId by) {
      boolean own = by.equals(leader);
      if (leader != null && !own) {
        throw wish ? PlanRefusals.inHand(standing()) : Refusal.notYours();
      }
      return own == wish ? Optional.empty() : Optional.of(new LeadChanged(made.id, wish));
    }

    @Override
    public Plan after(PlanEvent event, @Nullable PersonId by, Instant at) {
      return switch (event) {
        case Answered said -> new Open(made, leader, said.answer(), at);
        case LeadChanged(var _, var lead) -> new Open(made, lead ? by : null, answer, answeredAt);
        case PlanEvent.LetGo _ -> new Gone(this, at);
        case PlanEvent.Made _, PlanEvent.Hidden _, PlanEvent.Discarded _, PlanEvent.PassedOn _ ->
            this;
      };
    }

    @Override
    public Standing standing() {
      return new Standing(made.id, made.maker, leader, null);
    }
  }

  /// Let go. What was said stays readable for both.
  record Gone(Open was, Instant at) implements Plan {
    @Override
    public Made made() {
      return was.made;
    }

    @Override
    public Plan after(PlanEvent event, @Nullable PersonId by, Instant at) {
      return this;
    }

    @Override
    public Standing standing() {
      return new Standing(was.made.id, was.made.maker, was.leader, at);
    }
  }
}
