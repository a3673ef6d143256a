package app.haven.carecard;

import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A section of a person's own card, as they read it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record CareSectionView(Section section, @Nullable Said words, Instant keptAt) {

  static List<CareSectionView> of(PersonId owner, List<CareSectionRow> rows, EventLog log) {
    var events = log.at(owner.mine(), rows.stream().map(CareSectionRow::keptSeq).toList());
    return rows.stream()
        .filter(row -> events.containsKey(row.keptSeq()))
        .map(row -> {
          var event = Objects.requireNonNull(events.get(row.keptSeq()));
          return new CareSectionView(row.section(), Said.in(event, "words"), event.at());
        })
        .toList();
  }
}
