package app.haven.feeling;

import app.haven.feeling.FeelingCommand.Answer;
import app.haven.feeling.FeelingCommand.Share;
import app.haven.feeling.FeelingEvent.Answered;
import app.haven.feeling.FeelingEvent.Shared;
import app.haven.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The rules of what somebody shared of how they were. Pure. No answer is asked of the other, and
/// none is waited for.
///
/// @param back whether its author took it back: then a neutral trace is left
record SharedMoment(UUID id, PersonId author, Heard heard, boolean back) {
  static final int MOST = 10;
  static final Duration WINDOW = Duration.ofHours(24);

  /// What the other said, and what became of their words.
  enum Heard {
    NOTHING,
    TAPPED,
    WORDS,
    ERASED;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Heard of(String wire) {
      return valueOf(wire.toUpperCase(Locale.ROOT));
    }
  }

  /// Which words someone takes back.
  enum Part {
    SHARED,
    ANSWER
  }

  /// What a refusal shows of it.
  record Standing(UUID moment, PersonId by) {}

  /// @param sameId what was already shared by this id
  /// @param last when this person shared their last ones, at most [#MOST], newest first
  static Shared share(Share wish, Optional<SharedMoment> sameId, List<Instant> last, Instant now) {
    sameId.ifPresent(other -> {
      throw FeelingRefusals.shared(other.standing());
    });
    Moment.fits(wish.feeling(), wish.own(), wish.intensity());
    boolean nothing =
        wish.feeling() == null && wish.own() == null && wish.fact() == null && wish.note() == null;
    if (nothing) throw FeelingRefusals.nothingChosen();
    notTooMany(last, now);
    return new Shared(
        wish.moment(),
        wish.feeling(),
        wish.own(),
        wish.intensity(),
        wish.sensations(),
        wish.fact(),
        wish.note(),
        Boolean.TRUE.equals(wish.ask()) ? true : null);
  }

  /// Feelings can be used to press too: nobody is buried in them.
  private static void notTooMany(List<Instant> last, Instant now) {
    if (last.size() < MOST) return;
    var free = last.get(MOST - 1).plus(WINDOW);
    if (free.isAfter(now)) throw FeelingRefusals.enough(Duration.between(now, free));
  }

  static SharedMoment begun(UUID id, PersonId author) {
    return new SharedMoment(id, author, Heard.NOTHING, false);
  }

  /// The first answer stands: whoever shared something may have leaned on it.
  Answered answer(Answer said, PersonId by) {
    if (by.equals(author)) throw FeelingRefusals.forPartner();
    if (said.reply() == null && said.words() == null) throw FeelingRefusals.emptyAnswer();
    if (back) throw FeelingRefusals.takenBack(standing());
    if (heard != Heard.NOTHING) throw FeelingRefusals.answered(standing());
    return new Answered(id, said.reply(), said.words());
  }

  /// Which words of this person go; empty where they are gone already.
  Optional<Part> unshare(PersonId by) {
    if (by.equals(author)) return back ? Optional.empty() : Optional.of(Part.SHARED);
    return switch (heard) {
      case WORDS -> Optional.of(Part.ANSWER);
      case ERASED -> Optional.empty();
      case NOTHING, TAPPED -> throw FeelingRefusals.noWordsOfYours();
    };
  }

  SharedMoment after(Answered said) {
    var how = said.words() == null ? Heard.TAPPED : Heard.WORDS;
    return new SharedMoment(id, author, how, back);
  }

  SharedMoment without(Part part) {
    return switch (part) {
      case SHARED -> new SharedMoment(id, author, heard, true);
      case ANSWER -> new SharedMoment(id, author, Heard.ERASED, back);
    };
  }

  Standing standing() {
    return new Standing(id, author);
  }
}
