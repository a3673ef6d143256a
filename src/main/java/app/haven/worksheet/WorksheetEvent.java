package app.haven.worksheet;

import app.haven.kernel.BlindThing;
import app.haven.kernel.Fact;
import app.haven.kernel.Part;
import app.haven.kernel.PersonId;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to a worksheet.
sealed interface WorksheetEvent {
  UUID worksheet();

  record Opened(UUID worksheet, @Words(280) String issue) implements WorksheetEvent {}

  /// For its author alone, as [Discarded], [ReadyChanged] and [Cleared] are. Which layers somebody
  /// sees is theirs as much as their words, and sealed with them.
  record Kept(
      UUID worksheet,
      UUID couple,
      @Words @Nullable String view,
      @Words @Nullable List<Layer> layers)
      implements WorksheetEvent {}

  record Discarded(UUID worksheet) implements WorksheetEvent {}

  record ReadyChanged(UUID worksheet, boolean ready) implements WorksheetEvent {}

  /// What was kept is put away: it stands in `ours` now, or the worksheet was closed.
  record Cleared(UUID worksheet) implements WorksheetEvent {}

  /// @param answers of both
  record Revealed(UUID worksheet, List<Answer> answers) implements WorksheetEvent {}

  record Written(UUID worksheet, int version, @Words String words) implements WorksheetEvent {}

  record Closed(UUID worksheet) implements WorksheetEvent {}

  /// How one of the two sees the issue.
  record Answer(PersonId by, @Words @Nullable String view, @Words @Nullable List<Layer> layers)
      implements Part {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Opened _ -> "worksheet.opened";
      case Kept _ -> "worksheet.kept";
      case Discarded _ -> "worksheet.discarded";
      case ReadyChanged _ -> "worksheet.readyChanged";
      case Cleared _ -> BlindThing.cleared(Worksheet.KIND);
      case Revealed _ -> BlindThing.revealed(Worksheet.KIND);
      case Written _ -> "worksheet.written";
      case Closed _ -> "worksheet.closed";
    };
  }

  default Fact fact() {
    var target =
        switch (this) {
          case Kept _, Discarded _, ReadyChanged _, Cleared _ -> Target.MINE;
          case Opened _, Revealed _, Written _, Closed _ -> Target.OURS;
        };
    return new Fact(target, kind(), (Record) this);
  }
}
