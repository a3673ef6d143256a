package app.haven.faults;

import app.haven.client.Api;
import java.util.List;
import java.util.Random;

/// How a person writes their own care card. It is not shown here: showing a section anew erases
/// what was shown, and words that were erased are gone for the checker, too (`CarecardIT` holds
/// that).
final class Caring {
  private static final List<String> SECTIONS = List.of("flooded", "helps", "please_dont", "loved");

  private final String person;
  private final Random random;

  Caring(String person, Random random) {
    this.person = person;
    this.random = random;
  }

  Ask next(Phone phone) {
    var kept = phone.seen(Fold::careCard);
    if (!kept.isEmpty() && random.nextInt(3) == 0) {
      var one = kept.get(random.nextInt(kept.size())).path("section").asText();
      return new Ask(person, null, "carecard.clear", Api.data().put("section", one));
    }
    var data = Api.data().put("section", SECTIONS.get(random.nextInt(SECTIONS.size())));
    return new Ask(person, null, "carecard.keep", data.put("words", "I " + Canary.of(person)));
  }
}
