package app.haven.checkin;

import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Words kept at hand, as their owner reads them.
@JsonInclude(JsonInclude.Include.NON_NULL)
record FavouriteView(UUID favourite, @Nullable Said words) {

  static List<FavouriteView> of(PersonId owner, List<FavouriteRow> rows, EventLog log) {
    var events = log.at(owner.mine(), rows.stream().map(FavouriteRow::keptSeq).toList());
    return rows.stream()
        .map(row -> events.get(row.keptSeq()))
        .filter(Objects::nonNull)
        .map(event ->
            new FavouriteView(
                UUID.fromString(event.data().path("favourite").asText()), Said.in(event, "words")))
        .toList();
  }
}
