package app.haven.weekly;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of one week's check-in. Pure. Leaving a week out is no event that names anybody, and a
/// week that nobody answered ends by itself.
sealed interface Weekly {
  String KIND = "weekly";

  /// So long after its time it waits for the two answers.
  Duration WAITS = Duration.ofHours(24);

  /// Once it is revealed, the talk is open until a day before the next one opens.
  Duration TALK = Duration.ofDays(5);

  /// After so long the other may take the word.
  Duration WORD = Duration.ofMinutes(5);

  /// Of each, so that nobody uses up the other's: of one talk, and versions of one item.
  int MOST_NOTES = 15;

  int MOST_DECISIONS = 5;
  int MOST_VERSIONS = 10;

  Card card();

  /// What stays the same all through.
  ///
  /// @param at when the two sit down
  record Card(UUID id, Instant at, Form form, Instant openedAt) {}

  /// The check-in that stands, without its words.
  ///
  /// @param speaker who has the word
  record Standing(UUID weekly, Instant at, State state, @Nullable PersonId speaker) {}

  /// The same week has the same id on every node, and none that a client can guess before.
  static UUID id(StreamId ours, Instant at) {
    return Names.MAKER.generate(ours.value() + "/" + KIND + "/" + at);
  }

  final class Names {
    private static final NameBasedGenerator MAKER =
        Generators.nameBasedGenerator(NameBasedGenerator.NAMESPACE_OID);

    private Names() {}
  }

  /// Answers are kept while it is open.
  default void mustBeOpen() {
    if (this instanceof Revealed) throw WeeklyRefusals.revealed(standing());
    if (this instanceof Ended) throw WeeklyRefusals.over(standing());
  }

  /// The talk, or a refusal.
  default Revealed talk() {
    return switch (this) {
      case Open _ -> throw WeeklyRefusals.notYet(standing());
      case Ended _ -> throw WeeklyRefusals.over(standing());
      case Revealed talk -> talk;
    };
  }

  /// Either one, at any time before the reveal. Empty where it was so already.
  default Optional<WeeklyEvent> skip() {
    return switch (this) {
      case Open _ -> Optional.of(new WeeklyEvent.Skipped(card().id()));
      case Revealed _ -> throw WeeklyRefusals.revealed(standing());
      case Ended it when it.how == State.SKIPPED -> Optional.empty();
      case Ended _ -> throw WeeklyRefusals.over(standing());
    };
  }

  default Optional<WeeklyEvent> close() {
    if (this instanceof Ended it && it.how == State.CLOSED) return Optional.empty();
    return Optional.of(new WeeklyEvent.Closed(talk().card.id()));
  }

  /// Its time is over, whatever it came to.
  default Optional<WeeklyEvent> pass() {
    return this instanceof Ended
        ? Optional.empty()
        : Optional.of(new WeeklyEvent.Passed(card().id()));
  }

  default Weekly after(WeeklyEvent event, Instant at) {
    return switch (event) {
      case WeeklyEvent.Revealed _ -> new Revealed(card(), null, at);
      case WeeklyEvent.Spoke spoke -> new Revealed(card(), spoke.speaker(), at);
      case WeeklyEvent.Skipped _ -> new Ended(card(), State.SKIPPED);
      case WeeklyEvent.Passed _ -> new Ended(card(), State.PASSED);
      case WeeklyEvent.Closed _ -> new Ended(card(), State.CLOSED);
      default -> this;
    };
  }

  default Standing standing() {
    return switch (this) {
      case Open _ -> new Standing(card().id(), card().at(), State.OPEN, null);
      case Revealed it -> new Standing(card().id(), card().at(), State.REVEALED, it.speaker);
      case Ended it -> new Standing(card().id(), card().at(), it.how, null);
    };
  }

  record Open(Card card) implements Weekly {}

  /// @param speaker who has the word; null while nobody has taken it
  /// @param since when
  record Revealed(Card card, @Nullable PersonId speaker, Instant since) implements Weekly {
    /// Empty where they have it already. It is free, or was with the other for a while: so nobody
    /// holds it for good.
    Optional<WeeklyEvent> speak(PersonId by, Instant now) {
      if (by.equals(speaker)) return Optional.empty();
      if (speaker != null && since.plus(WORD).isAfter(now)) {
        throw WeeklyRefusals.otherSpeaks();
      }
      return Optional.of(new WeeklyEvent.Spoke(card.id(), by));
    }

    /// Only by who has the word.
    Optional<WeeklyEvent> pass(PersonId by, PersonId partner) {
      if (!by.equals(speaker)) throw WeeklyRefusals.notYourWord();
      return Optional.of(new WeeklyEvent.Spoke(card.id(), partner));
    }
  }

  /// @param how closed by one of the two, left out, or over by itself
  record Ended(Card card, State how) implements Weekly {}
}
