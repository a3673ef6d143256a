package app.haven.agreement;

import app.haven.kernel.Event;
import app.haven.kernel.Json;
import java.util.List;
import java.util.Objects;

/// What the entries of one agreement say, read from the log.
final class History {
  private History() {}

  /// @param last the hash of the newest entry, kept apart from them
  /// @param stands what the row says of it
  static boolean intact(List<Event> entries, String last, Agreement stands) {
    return Chain.intact(entries, last) && fold(entries).equals(stands);
  }

  private static Agreement fold(List<Event> entries) {
    var first = entries.getFirst();
    var author = Objects.requireNonNull(first.by());
    var proposed = read(first, AgreementEvent.Proposed.class);
    var agreement = Agreement.begun(proposed, author, first.at());
    for (var entry : entries.subList(1, entries.size())) {
      agreement = agreement.after(read(entry), Objects.requireNonNull(entry.by()));
    }
    return agreement;
  }

  private static AgreementEvent.Entry read(Event entry) {
    Class<? extends AgreementEvent.Entry> shape =
        switch (entry.kind()) {
          case "agreement.proposed" -> AgreementEvent.Proposed.class;
          case "agreement.changed" -> AgreementEvent.Changed.class;
          case "agreement.agreed" -> AgreementEvent.Agreed.class;
          case "agreement.withdrawn" -> AgreementEvent.Withdrawn.class;
          case "agreement.kept" -> AgreementEvent.Kept.class;
          case "agreement.slotsChanged" -> AgreementEvent.SlotsChanged.class;
          default -> throw new IllegalStateException("no entry: " + entry.kind());
        };
    return read(entry, shape);
  }

  private static <E> E read(Event entry, Class<E> shape) {
    var data = entry.data().deepCopy();
    data.remove("erased");
    return Json.MAPPER.convertValue(data, shape);
  }
}
