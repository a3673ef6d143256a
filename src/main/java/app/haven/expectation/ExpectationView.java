package app.haven.expectation;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.Part;
import app.haven.kernel.PersonId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An exchange as both read it: the same as folding its events. While it is open it is the same
/// whatever either has written.
///
/// @param answers of both, once it is revealed; what was left open is left out
/// @param marks by person and line
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExpectationView(
    UUID expectation,
    Topic topic,
    PersonId openedBy,
    Instant openedAt,
    State state,
    @Nullable Instant revealedAt,
    @Nullable List<Answer> answers,
    @Nullable Map<String, Map<String, Mark>> marks) {

  /// @param erased true where their author took the words back
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      PersonId by,
      @Nullable Said first,
      @Nullable Said second,
      @Nullable Said third,
      @Nullable Boolean erased) {
    static Answer of(JsonNode share) {
      return new Answer(
          author(share),
          Said.in(share, "first"),
          Said.in(share, "second"),
          Said.in(share, "third"),
          share.path("erased").booleanValue() ? true : null);
    }
  }

  private static PersonId author(JsonNode share) {
    return new PersonId(UUID.fromString(share.path("by").textValue()));
  }

  /// Reads the words of these rows of one couple in one go. Empty where the space was closed
  /// meanwhile: then nothing of it is to be read.
  static List<ExpectationView> of(List<ExpectationRow> rows, EventLog log) {
    if (rows.isEmpty()) return List.of();
    var seqs = new ArrayList<Long>();
    for (var row : rows) {
      seqs.add(row.openedSeq());
      if (row.revealedSeq() != null) seqs.add(row.revealedSeq());
    }
    var events = log.at(rows.getFirst().stream(), seqs);
    return rows.stream()
        .filter(row -> events.containsKey(row.openedSeq()))
        .map(row -> of(row, row.revealedSeq() == null ? null : events.get(row.revealedSeq())))
        .toList();
  }

  private static ExpectationView of(ExpectationRow row, @Nullable Event revealed) {
    var standing = row.state().standing();
    var shares = revealed == null ? null : revealed.data().path(Part.FIELD).valueStream().toList();
    return new ExpectationView(
        standing.expectation(),
        standing.topic(),
        standing.openedBy(),
        standing.openedAt(),
        standing.state(),
        row.revealedAt(),
        shares == null ? null : shares.stream().map(Answer::of).toList(),
        shares == null ? null : marks(row, shares));
  }

  private static Map<String, Map<String, Mark>> marks(ExpectationRow row, List<JsonNode> shares) {
    var marks = new TreeMap<String, Map<String, Mark>>();
    for (var share : shares) {
      var author = Objects.requireNonNull(author(share));
      var marked = new TreeMap<String, Mark>();
      row.marked(author).forEach((line, mark) -> marked.put(line.wire(), mark));
      if (!marked.isEmpty()) marks.put(author.value().toString(), marked);
    }
    return marks;
  }
}
