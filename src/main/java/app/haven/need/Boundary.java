package app.haven.need;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.need.BoundaryEvent.Acknowledged;
import app.haven.need.BoundaryEvent.Asked;
import app.haven.need.BoundaryEvent.Shared;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rules of a boundary that was shared. Pure.
///
/// @param shared false once its owner took it back
/// @param versions how often it was shared
/// @param acknowledged whether the partner said they heard this version
/// @param asked whether the partner asked their one question about it
record Boundary(
    UUID id, PersonId author, boolean shared, int versions, boolean acknowledged, boolean asked) {

  /// The boundary that stands, without its words.
  record Standing(UUID boundary, PersonId author) {}

  Standing standing() {
    return new Standing(id, author);
  }

  /// @param sameId what was shared by this id before
  /// @param last when this person shared their last ones, newest first
  static Shared share(
      BoundaryCommand.Share wish,
      PersonId by,
      Optional<Boundary> sameId,
      List<Instant> last,
      Instant now) {
    sameId.ifPresent(before -> {
      if (!by.equals(before.author)) throw NeedRefusals.boundaryIdTaken(before.standing());
      if (before.versions >= Sharing.MOST_VERSIONS) throw NeedRefusals.enoughVersions();
    });
    Sharing.notTooMany(last, now);
    return new Shared(wish.boundary(), wish.protects(), wish.will());
  }

  static Boundary begun(UUID id, PersonId author) {
    return new Boundary(id, author, false, 0, false, false);
  }

  /// What a command does to this boundary; empty where it was so already.
  Optional<BoundaryEvent> decide(BoundaryCommand.About command, PersonId by) {
    if (by.equals(author)) throw NeedRefusals.forPartner();
    if (!shared) throw NeedRefusals.boundaryTakenBack(standing());
    return switch (command) {
      case BoundaryCommand.Acknowledge _ ->
          acknowledged ? Optional.empty() : Optional.of(new Acknowledged(id));
      case BoundaryCommand.Ask ask -> {
        if (asked) throw NeedRefusals.askedOnce(standing());
        yield Optional.of(new Asked(id, ask.words()));
      }
    };
  }

  /// Whether there is something to take back.
  boolean unshare(PersonId by) {
    if (!by.equals(author)) throw Refusal.notYours();
    return shared;
  }

  Boundary after(BoundaryEvent event) {
    return switch (event) {
      case Shared _ -> new Boundary(id, author, true, versions + 1, false, false);
      case Acknowledged _ -> new Boundary(id, author, shared, versions, true, asked);
      case Asked _ -> new Boundary(id, author, shared, versions, acknowledged, true);
      case BoundaryEvent.Kept _, BoundaryEvent.Changed _ -> this;
    };
  }

  Boundary takenBack() {
    return new Boundary(id, author, false, versions, false, false);
  }
}
