package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// How a person puts ideas into the box, makes plans, answers them, and hides surprises that open
/// by themselves, by hand or not at all. Some of it is refused: the tenth in an hour has gone
/// before, or the other was faster.
final class Planning {
  private static final List<String> ANSWERS =
      List.of("gladly", "kind_thought", "another_time", "not_for_me");

  private final String person;
  private final String couple;
  private final TestClock clock;
  private final Random random;

  Planning(String person, String couple, TestClock clock, Random random) {
    this.person = person;
    this.couple = couple;
    this.clock = clock;
    this.random = random;
  }

  Ask next(Phone phone) {
    var fold = phone.seen(Fold::plans);
    var hidden = fold.hidden();
    var plans = fold.standing();
    int choice = random.nextInt(100);
    if (choice < 20) return idea(fold.ideas());
    if (!hidden.isEmpty() && choice < 40) return withSurprise(one(hidden));
    if (choice < 65) return hide();
    if (plans.isEmpty() || choice < 80) return shared("plan.make", plan());
    return withPlan(one(plans));
  }

  private JsonNode one(List<JsonNode> views) {
    return views.get(random.nextInt(views.size()));
  }

  private Ask idea(List<JsonNode> ideas) {
    var own = ideas.stream().filter(view -> by(view, "author")).toList();
    if (!own.isEmpty() && random.nextInt(3) == 0) {
      return shared("idea.takeBack", Api.data().put("idea", one(own).path("idea").asText()));
    }
    return shared("idea.add", Api.data().put("idea", Api.id().toString()).put("words", words()));
  }

  private Ask withSurprise(JsonNode hidden) {
    var data = Api.data().put("plan", hidden.path("plan").asText());
    return random.nextBoolean() ? shared("plan.reveal", data) : alone("plan.discard", data);
  }

  private Ask hide() {
    var data = plan().put("couple", couple);
    if (random.nextInt(4) > 0) {
      var at = clock.now().plus(Duration.ofMinutes(random.nextInt(1, 90)));
      data.put("revealAt", at.toString());
    }
    return alone("plan.hide", data);
  }

  private Ask withPlan(JsonNode plan) {
    var data = Api.data().put("plan", plan.path("plan").asText());
    int choice = random.nextInt(100);
    if (choice < 20) return shared("plan.letGo", data);
    if (choice < 50 && !plan.has("leader")) return shared("plan.lead", data.put("lead", true));
    if (choice < 50 && by(plan, "leader")) return shared("plan.lead", data.put("lead", false));
    data.put("answer", ANSWERS.get(random.nextInt(ANSWERS.size())));
    return shared("plan.answer", random.nextBoolean() ? data : data.put("words", words()));
  }

  private ObjectNode plan() {
    var data = Api.data().put("plan", Api.id().toString()).put("words", words());
    return random.nextInt(3) == 0 ? data.put("lead", true) : data;
  }

  private boolean by(JsonNode view, String who) {
    return view.path(who).asText().equals(person);
  }

  private String words() {
    return "Let us " + Canary.of(couple);
  }

  private Ask shared(String kind, ObjectNode data) {
    return new Ask(person, couple, kind, data);
  }

  private Ask alone(String kind, ObjectNode data) {
    return new Ask(person, null, kind, data);
  }
}
