package app.haven.agreement;

import app.haven.kernel.Event;
import app.haven.kernel.Json;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of an agreement, with who said yes to it and when. Its author did by writing it.
///
/// @param agreedAt when the other said yes
/// @param withdrawnAt when one of the two took it from the table while it waited
/// @param hash of its entry: what a yes may name
/// @param erased true where its author erased the words
@JsonInclude(JsonInclude.Include.NON_NULL)
record VersionView(
    int version,
    UUID author,
    Instant at,
    @Nullable Said why,
    @Nullable Said iWill,
    @Nullable Said youWill,
    @Nullable Said word,
    @Nullable Integer minutes,
    @Nullable Integer longest,
    @Nullable List<Slot> slots,
    @Nullable Instant reviewAt,
    @Nullable Instant agreedAt,
    @Nullable Instant withdrawnAt,
    String hash,
    @Nullable Boolean erased) {
  private static final TypeReference<List<Slot>> SLOTS = new TypeReference<>() {};

  static List<VersionView> of(List<Event> entries) {
    return entries.stream()
        .filter(entry -> entry.data().has("salt"))
        .map(entry -> of(entry, entries))
        .toList();
  }

  private static VersionView of(Event entry, List<Event> entries) {
    var data = entry.data();
    int number = data.path("version").intValue();
    return new VersionView(
        number,
        Objects.requireNonNull(entry.by()).value(),
        entry.at(),
        Said.in(entry, "why"),
        Said.in(entry, "iWill"),
        Said.in(entry, "youWill"),
        Said.in(entry, "word"),
        whole(entry, "minutes"),
        whole(entry, "longest"),
        data.has("slots") ? Json.MAPPER.convertValue(data.get("slots"), SLOTS) : null,
        data.has("reviewAt") ? Instant.parse(data.get("reviewAt").textValue()) : null,
        when("agreement.agreed", number, entries),
        when("agreement.withdrawn", number, entries),
        data.path("seal").path("hash").asText(),
        Said.erased(entry) ? true : null);
  }

  private static @Nullable Integer whole(Event entry, String field) {
    return entry.data().has(field) ? entry.data().get(field).intValue() : null;
  }

  private static @Nullable Instant when(String kind, int version, List<Event> entries) {
    return entries.stream()
        .filter(entry -> entry.kind().equals(kind))
        .filter(entry -> entry.data().path("version").intValue() == version)
        .map(Event::at)
        .findFirst()
        .orElse(null);
  }
}
