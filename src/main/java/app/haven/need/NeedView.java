package app.haven.need;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import app.haven.kernel.Times;
import app.haven.kernel.Weekday;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A shared need as both read it: the same as folding its events. Of one that was taken back only
/// the times are left.
///
/// @param sharedAt when it was shared first
/// @param versionAt when the version that stands was shared
/// @param erased true where words in it were erased by their author
/// @param versions every version, oldest first; only where one need is read
@JsonInclude(JsonInclude.Include.NON_NULL)
record NeedView(
    UUID need,
    PersonId author,
    Instant sharedAt,
    @Nullable Instant takenBackAt,
    @Nullable Instant versionAt,
    @Nullable Said statement,
    @Nullable Said feeling,
    @Nullable Said observation,
    @Nullable Said request,
    @Nullable Answer answer,
    @Nullable Instant answeredAt,
    @Nullable Said answerWords,
    @Nullable Proposal reminder,
    @Nullable Boolean erased,
    @Nullable List<Version> versions) {

  /// @param agreed whether the partner said yes to it
  record Proposal(
      UUID reminder, boolean agreed, Said words, List<LocalTime> times, List<Weekday> weekdays) {
    static @Nullable Proposal of(Reminder reminder, @Nullable Event proposed) {
      return switch (reminder) {
        case Reminder.None _ -> null;
        case Reminder.Proposed(var id, var when) -> of(id, false, when, proposed);
        case Reminder.Agreed(var id, var when) -> of(id, true, when, proposed);
      };
    }

    private static Proposal of(UUID id, boolean agreed, Times when, @Nullable Event proposed) {
      var words = proposed == null ? null : proposed.data().path("words").textValue();
      return new Proposal(id, agreed, new Said(words), when.times(), when.weekdays());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Version(
      Instant at,
      @Nullable Said statement,
      @Nullable Said feeling,
      @Nullable Said observation,
      @Nullable Said request) {
    static Version of(Event event) {
      return new Version(
          event.at(),
          Said.in(event, "statement"),
          Said.in(event, "feeling"),
          Said.in(event, "observation"),
          Said.in(event, "request"));
    }
  }

  /// Reads the words of these rows of one couple in one go. Empty where the space was closed
  /// meanwhile: then nothing of it is to be read.
  static List<NeedView> of(List<NeedRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs = rows.stream().flatMap(NeedView::shown).distinct().toList();
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.currentSeq()))
        .map(row -> of(row, events, null))
        .toList();
  }

  private static Stream<Long> shown(NeedRow row) {
    return Stream.concat(
        Stream.of(row.currentSeq()),
        Stream.of(row.answeredSeq(), row.reminderSeq()).filter(Objects::nonNull));
  }

  /// With its versions; of one that was taken back no version is left.
  static @Nullable NeedView whole(NeedRow row, EventLog log) {
    var seqs = Stream.concat(row.sharedSeqs().stream(), shown(row)).distinct().toList();
    var events = log.at(row.stream(), seqs);
    if (!events.containsKey(row.currentSeq())) return null;
    var versions =
        row.sharedSeqs().stream()
            .map(events::get)
            .filter(Objects::nonNull)
            .map(Version::of)
            .toList();
    return of(row, events, row.shared() ? versions : List.of());
  }

  private static NeedView of(
      NeedRow row, Map<Long, Event> events, @Nullable List<Version> versions) {
    if (!row.shared()) return trace(row, versions);
    var state = row.state();
    var current = Objects.requireNonNull(events.get(row.currentSeq()));
    var version = Version.of(current);
    var answered = row.answeredSeq() == null ? null : events.get(row.answeredSeq());
    var proposed = row.reminderSeq() == null ? null : events.get(row.reminderSeq());
    boolean erased =
        Stream.of(current, answered, proposed).filter(Objects::nonNull).anyMatch(Said::erased);
    return new NeedView(
        row.id(),
        row.author(),
        row.firstAt(),
        null,
        version.at(),
        version.statement(),
        version.feeling(),
        version.observation(),
        version.request(),
        state.answer(),
        answered == null ? null : answered.at(),
        Said.in(answered, "words"),
        Proposal.of(state.reminder(), proposed),
        erased ? true : null,
        versions);
  }

  private static NeedView trace(NeedRow row, @Nullable List<Version> versions) {
    return new NeedView(
        row.id(),
        row.author(),
        row.firstAt(),
        row.takenBackAt(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        true,
        versions);
  }
}
