package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Random;

/// How a person writes notes: now, for later, and taken back before their time. Some are refused:
/// the tenth in an hour has gone before, or the time has just passed.
final class Writing {
  private final String person;
  private final String couple;
  private final TestClock clock;
  private final Random random;

  Writing(String person, String couple, TestClock clock, Random random) {
    this.person = person;
    this.couple = couple;
    this.clock = clock;
    this.random = random;
  }

  Ask next(Phone phone) {
    var waiting = phone.seen(Fold::plannedNotes);
    if (!waiting.isEmpty() && random.nextInt(3) == 0) {
      var one = waiting.get(random.nextInt(waiting.size()));
      return alone("note.cancel", Api.data().put("note", one.path("note").asText()));
    }
    var note =
        Api.data()
            .put("note", Api.id().toString())
            .put("words", "I thought of " + Canary.of(couple));
    if (random.nextInt(3) == 0) return new Ask(person, couple, "note.send", note);
    var at = clock.now().plus(Duration.ofMinutes(random.nextInt(1, 90)));
    return alone("note.plan", note.put("couple", couple).put("at", at.toString()));
  }

  private Ask alone(String kind, ObjectNode data) {
    return new Ask(person, null, kind, data);
  }
}
