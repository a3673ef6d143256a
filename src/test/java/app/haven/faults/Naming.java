package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/// How a person keeps how they are, shares one of it and answers to what the other shared. Some of
/// it is refused: it was shared or answered already, or the tenth of the day has gone before.
final class Naming {
  private static final List<String> FEELINGS = List.of("good", "joy", "relieved", "hurt", "numb");
  private static final List<String> REPLIES = List.of("thanks", "with_you", "hug", "nothing_now");

  private final String person;
  private final String couple;
  private final Random random;

  Naming(String person, String couple, Random random) {
    this.person = person;
    this.couple = couple;
    this.random = random;
  }

  Ask next(Phone phone) {
    var kept = phone.seen(Fold::feelings);
    var moments = kept.moments();
    int choice = random.nextInt(100);
    if (choice < 20) return word(kept.words());
    if (moments.isEmpty() || choice < 50) return keep(Api.id().toString());
    var theirs =
        kept.shared().stream()
            .filter(told -> !told.path("by").asText().equals(person) && !told.has("answeredAt"))
            .toList();
    if (choice < 70 && !theirs.isEmpty()) return answer(id(theirs));
    return choice < 80 ? keep(id(moments)) : share(id(moments));
  }

  private String id(List<JsonNode> of) {
    return of.get(random.nextInt(of.size())).path("moment").asText();
  }

  private Ask keep(String moment) {
    var felt = felt(moment, person);
    if (random.nextBoolean()) felt.putArray("sensations").add("tight_chest").add("wet_eyes");
    return alone("feeling.keep", felt);
  }

  private ObjectNode felt(String moment, String stream) {
    var felt = Api.data().put("moment", moment).put("fact", words(stream));
    if (random.nextBoolean()) return felt.put("own", words(stream));
    return felt.put("feeling", FEELINGS.get(random.nextInt(FEELINGS.size())))
        .put("intensity", random.nextInt(1, 6));
  }

  private Ask share(String moment) {
    return shared("feeling.share", felt(moment, couple).put("ask", true));
  }

  private Ask answer(String moment) {
    var data = Api.data().put("moment", moment);
    if (random.nextBoolean()) data.put("words", words(couple));
    else data.put("reply", REPLIES.get(random.nextInt(REPLIES.size())));
    return shared("feeling.answer", data);
  }

  private Ask word(List<JsonNode> kept) {
    if (!kept.isEmpty() && random.nextInt(3) == 0) {
      var one = kept.get(random.nextInt(kept.size())).path("word").asText();
      return alone("feeling.dropWord", Api.data().put("word", one));
    }
    return alone(
        "feeling.keepWord",
        Api.data().put("word", Api.id().toString()).put("words", words(person)));
  }

  private static String words(String stream) {
    return "It is " + Canary.of(stream);
  }

  private Ask shared(String kind, ObjectNode data) {
    return new Ask(person, couple, kind, data);
  }

  private Ask alone(String kind, ObjectNode data) {
    return new Ask(person, null, kind, data);
  }
}
