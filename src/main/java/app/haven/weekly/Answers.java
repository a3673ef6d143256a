package app.haven.weekly;

import app.haven.kernel.PersonId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody wrote for the six questions, read from an event or from one author's share of it.
record Answers(
    @Nullable List<String> appreciations,
    @Nullable String wentWell,
    @Nullable List<Met> needs,
    @Nullable String hardThing,
    @Nullable String offer,
    @Nullable String together) {

  static Answers of(JsonNode data) {
    var glad = data.path("appreciations");
    return new Answers(
        glad.isArray() ? glad.valueStream().map(JsonNode::textValue).toList() : null,
        data.path("wentWell").textValue(),
        Met.in(data),
        data.path("hardThing").textValue(),
        data.path("offer").textValue(),
        data.path("together").textValue());
  }

  boolean saySomething() {
    boolean lists =
        (appreciations != null && !appreciations.isEmpty()) || (needs != null && !needs.isEmpty());
    return lists || wentWell != null || hardThing != null || offer != null || together != null;
  }

  WeeklyEvent.Answer of(PersonId author) {
    return new WeeklyEvent.Answer(
        author, appreciations, wentWell, needs, hardThing, offer, together);
  }
}
