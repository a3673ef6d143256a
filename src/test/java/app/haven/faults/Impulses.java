package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a person does next, from what their device shows: mostly what makes sense, sometimes what
/// does not. Every word they write carries the canary of the stream it is for.
final class Impulses {
  private static final List<String> SIGNALS =
      List.of("slower", "say_the_need", "shutting_down", "hard_but_here", "may_need_space");

  private final String person;
  private final String couple;
  private final TestClock clock;
  private final Random random;

  /// What the features other than the time-out make somebody do.
  private final List<Function<Phone, Ask>> features;

  Impulses(String person, String couple, TestClock clock, Random random) {
    this.person = person;
    this.couple = couple;
    this.clock = clock;
    this.random = random;
    this.features =
        List.of(
            this::grateful,
            new Bidding(person, couple, clock, random)::next,
            new Raising(person, couple, clock, random)::next,
            new Answering(person, couple, random)::next,
            new Repairing(person, couple, clock, random)::next,
            new Writing(person, couple, clock, random)::next,
            new Telling(person, couple, random)::next,
            new Wondering(person, couple, random)::next,
            new Sharing(person, couple, random)::next,
            new Needing(person, couple, random)::next,
            new Naming(person, couple, random)::next,
            new Planning(person, couple, clock, random)::next,
            new Caring(person, couple, random)::next,
            new Agreeing(person, couple, clock, random)::next,
            new Promising(person, couple, clock, random)::next,
            new Holding(person, couple, clock, random)::next,
            new Meeting(person, couple, clock, random)::next);
  }

  Ask next(Phone phone) {
    int choice = random.nextInt(100);
    if (choice < 8) return nonsense(phone);
    if (choice < 14) return shared("signal.send", signal());
    if (choice < 58) return features.get(random.nextInt(features.size())).apply(phone);
    var open = phone.seen(fold -> fold.timeouts().open());
    var own = open.stream().filter(view -> isOwn(view)).findFirst();
    var other = open.stream().filter(view -> !isOwn(view)).findFirst();
    if (choice < 72 && other.isPresent()) return whileWaiting(phone, other.get());
    return own.map(this::whileAway).orElseGet(this::call);
  }

  private boolean isOwn(JsonNode view) {
    return view.path("caller").asText().equals(person);
  }

  private Ask call() {
    var data = Api.data().put("timeout", Api.id().toString());
    if (random.nextBoolean()) data.put("minutes", random.nextInt(5, 61));
    else data.put("returnAt", ahead(6, 60));
    if (random.nextBoolean()) data.put("reassurance", words(couple));
    if (random.nextInt(3) == 0) data.put("feeling", words(couple)).put("topic", words(couple));
    return shared("timeout.call", data);
  }

  private Ask whileAway(JsonNode own) {
    var data = of(own);
    int choice = random.nextInt(100);
    if (choice < 70) return shared("timeout.checkIn", maybeWords(data));
    if (choice < 84) {
      return shared("timeout.extend", maybeWords(data).put("minutes", random.nextInt(5, 120)));
    }
    if (choice < 88) return shared("timeout.letGo", maybeWords(data));
    if (random.nextBoolean()) data.put("talkAt", ahead(4, 90));
    return shared("timeout.return", maybeWords(data));
  }

  private Ask whileWaiting(Phone phone, JsonNode other) {
    var data = of(other);
    if (!other.has("acknowledgedAt")) return shared("timeout.acknowledge", maybeWords(data));
    if (other.path("notes").size() < 3 && random.nextInt(4) == 0) {
      return shared("timeout.note", data.put("words", words(couple)));
    }
    var drafts = phone.seen(Fold::drafts);
    if (!drafts.isEmpty() && random.nextInt(3) > 0) return redraft(drafts);
    var draft = data.put("draft", Api.id().toString()).put("words", words(person));
    return alone("draft.keep", draft);
  }

  private Ask grateful(Phone phone) {
    var list = phone.seen(Fold::gratitudes);
    int choice = random.nextInt(100);
    if (list.isEmpty() || choice < 35) return shared("gratitude.add", entry(couple));
    if (choice < 55) return alone("gratitude.add", entry(person).put("private", true));
    var one = list.get(random.nextInt(list.size()));
    var data = Api.data().put("gratitude", one.path("gratitude").asText());
    if (choice < 70) return shared(one.has("pinned") ? "gratitude.unpin" : "gratitude.pin", data);
    return one.path("by").asText().equals(person)
        ? shared("gratitude.edit", data.put("what", words(couple)))
        : shared("gratitude.thank", maybeWords(data));
  }

  private static ObjectNode entry(String stream) {
    return Api.data().put("gratitude", Api.id().toString()).put("what", words(stream));
  }

  private Ask redraft(List<JsonNode> drafts) {
    var draft = drafts.get(random.nextInt(drafts.size()));
    var data = Api.data().put("draft", draft.path("draft").asText());
    if (drafts.size() > 3 || random.nextBoolean()) return alone("draft.discard", data);
    data.put("timeout", draft.path("timeout").asText()).put("words", words(person));
    return alone("draft.keep", data);
  }

  /// Each of these has to be refused, whatever dies meanwhile.
  private Ask nonsense(Phone phone) {
    var open = phone.seen(fold -> fold.timeouts().open());
    var other = open.stream().filter(view -> !isOwn(view)).findFirst();
    return switch (random.nextInt(other.isPresent() ? 4 : 3)) {
      case 3 -> shared("timeout.return", of(other.orElseThrow()));
      case 0 -> shared("timeout.checkIn", Api.data().put("timeout", Api.id().toString()));
      case 1 -> shared("timeout.call", call(3_000));
      default -> shared("timeout.refuse", Api.data().put("timeout", Api.id().toString()));
    };
  }

  private static ObjectNode call(int minutes) {
    return Api.data().put("timeout", Api.id().toString()).put("minutes", minutes);
  }

  private ObjectNode signal() {
    return Api.data().put("signal", SIGNALS.get(random.nextInt(SIGNALS.size())));
  }

  private static ObjectNode of(JsonNode view) {
    return Api.data().put("timeout", view.path("timeout").asText());
  }

  private ObjectNode maybeWords(ObjectNode data) {
    return random.nextInt(3) == 0 ? data : data.put("words", words(couple));
  }

  private static String words(String stream) {
    return "It is about " + Canary.of(stream);
  }

  private String ahead(int least, int most) {
    return clock.now().plus(Duration.ofMinutes(random.nextInt(least, most + 1))).toString();
  }

  private Ask shared(String kind, ObjectNode data) {
    return ask(couple, kind, data);
  }

  private Ask alone(String kind, ObjectNode data) {
    return ask(null, kind, data);
  }

  private Ask ask(@Nullable String couple, String kind, ObjectNode data) {
    return new Ask(person, couple, kind, data);
  }
}
