package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A command somebody wants done, and what came of it so far.
final class Ask {
  private final UUID id = Api.id();
  private final String person;
  private final @Nullable String couple;
  private final String kind;
  private final ObjectNode data;
  private final List<Answer> answers = new ArrayList<>();

  Ask(String person, @Nullable String couple, String kind, ObjectNode data) {
    this.person = person;
    this.couple = couple;
    this.kind = kind;
    this.data = data;
  }

  String id() {
    return id.toString();
  }

  /// As both doors take it.
  ObjectNode command() {
    return Api.command(id, couple, kind, data);
  }

  /// @return whether this is the first `ok`
  synchronized boolean answered(Answer answer) {
    boolean first =
        answer instanceof Answer.Ok && answers.stream().noneMatch(Answer.Ok.class::isInstance);
    answers.add(answer);
    return first;
  }

  synchronized History.Asked told() {
    return new History.Asked(id(), person, couple, kind, data, List.copyOf(answers));
  }
}
