package app.haven.feeling;

import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Own words for a feeling, as their owner reads them.
record FeelingWordView(UUID word, Said words) {

  static List<FeelingWordView> of(PersonId owner, List<FeelingWordRow> rows, EventLog log) {
    var events = log.at(owner.mine(), rows.stream().map(FeelingWordRow::keptSeq).toList());
    return rows.stream()
        .filter(row -> events.containsKey(row.keptSeq()))
        .map(row -> {
          var event = Objects.requireNonNull(events.get(row.keptSeq()));
          return new FeelingWordView(row.id(), new Said(event.data().path("words").textValue()));
        })
        .toList();
  }
}
