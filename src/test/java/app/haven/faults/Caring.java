package app.haven.faults;

import app.haven.client.Api;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/// How a person writes their own care card and shows of it. Each section is shown once: showing it
/// anew erases what was shown, and words that were erased are gone for the checker, too
/// (`CarecardIT` holds that).
final class Caring {
  private static final List<String> SECTIONS = List.of("flooded", "helps", "please_dont", "loved");

  private final String person;
  private final String couple;
  private final Random random;
  private final Deque<String> toShow = new ArrayDeque<>(SECTIONS);

  Caring(String person, String couple, Random random) {
    this.person = person;
    this.couple = couple;
    this.random = random;
  }

  Ask next(Phone phone) {
    var kept = phone.seen(Fold::careCard);
    if (!kept.isEmpty() && random.nextInt(3) == 0) {
      var one = kept.get(random.nextInt(kept.size())).path("section").asText();
      return new Ask(person, null, "carecard.clear", Api.data().put("section", one));
    }
    if (!toShow.isEmpty() && random.nextInt(4) == 0) {
      var share = Api.data().put("share", Api.id().toString()).put("section", toShow.pop());
      return new Ask(
          person, couple, "carecard.share", share.put("words", "I " + Canary.of(couple)));
    }
    var data = Api.data().put("section", SECTIONS.get(random.nextInt(SECTIONS.size())));
    return new Ask(person, null, "carecard.keep", data.put("words", "I " + Canary.of(person)));
  }
}
