package app.haven.gratitude;

import app.haven.gratitude.GratitudeEvent.Added;
import app.haven.gratitude.GratitudeEvent.Edited;
import app.haven.gratitude.GratitudeEvent.Pinned;
import app.haven.gratitude.GratitudeEvent.Thanked;
import app.haven.gratitude.GratitudeEvent.Unpinned;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of the gratitude lists. Pure: the caller passes the clock in and writes the events
/// out. Words are their author's: nobody else changes or takes them back.
sealed interface Gratitude {
  int MOST_EDITS = 20;

  /// So many for the other to read in one [#WINDOW].
  int MOST = 30;

  Duration WINDOW = Duration.ofHours(1);

  UUID id();

  PersonId author();

  Thanks thanks();

  /// Whether the other said thank you, and what became of the words.
  enum Thanks {
    NONE,
    TAPPED,
    WORDS,
    ERASED
  }

  /// Which words someone takes back.
  enum Part {
    ENTRY,
    THANKS
  }

  /// The entry that stands, without its words.
  record Standing(UUID gratitude, PersonId by) {}

  /// @param shared whether the command came with the couple
  /// @param sameId what already goes by this id in this list
  /// @param last when this person added their last ones to the shared list, at most [#MOST], newest
  ///   first
  static Added add(
      GratitudeCommand.Add wish,
      boolean shared,
      Optional<Gratitude> sameId,
      List<Instant> last,
      Instant now) {
    boolean justMine = Boolean.TRUE.equals(wish.justMine());
    if (shared && justMine) throw GratitudeRefusals.takesNoCouple();
    if (!shared && !justMine) throw GratitudeRefusals.needsCouple();
    if (sameId.isPresent()) throw GratitudeRefusals.idTaken(sameId.get().standing());
    notAhead(wish.on(), now);
    if (shared) notTooMany(last, now);
    return new Added(
        wish.gratitude(), wish.what(), wish.meaning(), wish.on(), justMine ? true : null);
  }

  /// Where the day begins first it is already tomorrow.
  private static void notAhead(@Nullable LocalDate on, Instant now) {
    if (on != null && on.isAfter(now.atOffset(ZoneOffset.ofHours(14)).toLocalDate())) {
      throw GratitudeRefusals.dayAhead();
    }
  }

  /// Kind words can be used to press too: nobody is buried in them.
  private static void notTooMany(List<Instant> last, Instant now) {
    if (last.size() < MOST) return;
    var free = last.get(MOST - 1).plus(WINDOW);
    if (free.isAfter(now)) throw GratitudeRefusals.enough(Duration.between(now, free));
  }

  static Kept begun(UUID id, PersonId author) {
    return new Kept(id, author, 0, Thanks.NONE, false);
  }

  /// What a command does to this entry; empty where it was so already.
  default Optional<GratitudeEvent> decide(
      GratitudeCommand.Change command, PersonId by, Instant now) {
    boolean own = by.equals(author());
    switch (command) {
      case GratitudeCommand.Thank _ -> {
        if (own) throw GratitudeRefusals.forPartner();
      }
      case GratitudeCommand.Edit _ -> {
        if (!own) throw Refusal.notYours();
      }
      case GratitudeCommand.Pin _, GratitudeCommand.Unpin _ -> {}
    }
    return switch (this) {
      case Kept kept -> kept.said(command, now);
      case Erased erased -> erased.said(command);
    };
  }

  /// Which words of this person go; empty where they are gone already.
  default Optional<Part> erase(PersonId by) {
    if (by.equals(author())) {
      return this instanceof Kept ? Optional.of(Part.ENTRY) : Optional.empty();
    }
    return switch (thanks()) {
      case WORDS -> Optional.of(Part.THANKS);
      case ERASED -> Optional.empty();
      case NONE, TAPPED -> throw GratitudeRefusals.noWordsOfYours();
    };
  }

  Gratitude after(GratitudeEvent event);

  Gratitude without(Part part);

  /// What a refusal shows of it.
  default Standing standing() {
    return new Standing(id(), author());
  }

  /// @param edits how many versions came after the first
  record Kept(UUID id, PersonId author, int edits, Thanks thanks, boolean pinned)
      implements Gratitude {

    Optional<GratitudeEvent> said(GratitudeCommand.Change command, Instant now) {
      return switch (command) {
        case GratitudeCommand.Thank thank ->
            thanks == Thanks.NONE ? Optional.of(new Thanked(id, thank.words())) : Optional.empty();
        case GratitudeCommand.Edit edit -> Optional.of(edit(edit, now));
        case GratitudeCommand.Pin _ -> pinned ? Optional.empty() : Optional.of(new Pinned(id));
        case GratitudeCommand.Unpin _ -> pinned ? Optional.of(new Unpinned(id)) : Optional.empty();
      };
    }

    private Edited edit(GratitudeCommand.Edit edit, Instant now) {
      if (edits >= MOST_EDITS) throw GratitudeRefusals.enoughVersions(standing());
      notAhead(edit.on(), now);
      return new Edited(id, edit.what(), edit.meaning(), edit.on());
    }

    @Override
    public Gratitude after(GratitudeEvent event) {
      return switch (event) {
        case Added _ -> this;
        case Thanked thanked ->
            new Kept(
                id, author, edits, thanked.words() == null ? Thanks.TAPPED : Thanks.WORDS, pinned);
        case Edited _ -> new Kept(id, author, edits + 1, thanks, pinned);
        case Pinned _ -> new Kept(id, author, edits, thanks, true);
        case Unpinned _ -> new Kept(id, author, edits, thanks, false);
      };
    }

    @Override
    public Gratitude without(Part part) {
      return switch (part) {
        case ENTRY -> new Erased(id, author, thanks);
        case THANKS -> new Kept(id, author, edits, Thanks.ERASED, pinned);
      };
    }
  }

  /// A neutral trace: that there was an entry, and when.
  record Erased(UUID id, PersonId author, Thanks thanks) implements Gratitude {

    Optional<GratitudeEvent> said(GratitudeCommand.Change command) {
      boolean so =
          switch (command) {
            case GratitudeCommand.Thank _ -> thanks != Thanks.NONE;
            case GratitudeCommand.Unpin _ -> true;
            case GratitudeCommand.Edit _, GratitudeCommand.Pin _ -> false;
          };
      if (!so) throw GratitudeRefusals.takenBack(standing());
      return Optional.empty();
    }

    @Override
    public Gratitude after(GratitudeEvent event) {
      return this;
    }

    @Override
    public Gratitude without(Part part) {
      return part == Part.THANKS ? new Erased(id, author, Thanks.ERASED) : this;
    }
  }
}
