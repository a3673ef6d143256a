package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A command is done once, whichever door it comes through and however often.
class DedupeIT {
  private static final String COMMANDS = "/api/v1/commands";

  private static Home home;

  @BeforeAll
  static void start() {
    home = new Home("dedupe", Map.of("HAVEN_RATE_LIMITS", "off"));
  }

  @Test
  void bothDoorsGiveTheFirstAnswer() {
    var talk = Talk.begin(home.pair());
    try (var device = Device.following(talk.pair().first())) {
      var overSocket = talk.checkIn("over the socket");
      var first = Talk.accepted(device.run(overSocket));
      assertThat(first.path("repeated").asBoolean()).isFalse();
      same(first, device.run(overSocket));
      same(first, talk.pair().first().post(COMMANDS, overSocket).expect(200).body());

      var overRest = talk.checkIn("over REST");
      var other = talk.pair().first().post(COMMANDS, overRest).expect(200).body();
      assertThat(other.path("repeated").asBoolean()).isFalse();
      same(other, Talk.accepted(device.run(overRest)));
      assertThat(head(talk)).isEqualTo(3);
    }
  }

  private static void same(JsonNode first, JsonNode again) {
    assertThat(again.path("repeated").asBoolean()).isTrue();
    for (var field : List.of("id", "at", "positions")) {
      assertThat(again.path(field)).isEqualTo(first.path(field));
    }
  }

  private static long head(Talk talk) {
    return Talk.streams(talk.pair().first()).path("ours").path("seq").asLong();
  }

  @Test
  void aRaceThroughBothDoorsHasOneWinner() {
    var talk = Talk.begin(home.pair());
    var answers = new ArrayList<CompletableFuture<JsonNode>>();
    var command = talk.checkIn("all at once");
    try (var one = Device.following(talk.pair().first());
        var two = Device.following(talk.pair().first());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 3; i++) {
        answers.add(CompletableFuture.supplyAsync(() -> one.run(command), threads));
        answers.add(CompletableFuture.supplyAsync(() -> two.run(command), threads));
        answers.add(
            CompletableFuture.supplyAsync(
                () -> talk.pair().first().post(COMMANDS, command).expect(200).body(), threads));
      }
      var all = answers.stream().map(CompletableFuture::join).toList();
      assertThat(all).filteredOn(ok -> !ok.path("repeated").asBoolean()).hasSize(1);
      assertThat(all)
          .extracting(ok -> ok.path("positions"))
          .containsOnly(all.getFirst().path("positions"));
      assertThat(all).extracting(ok -> ok.path("at")).containsOnly(all.getFirst().path("at"));
      assertThat(head(talk)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'command','id':'$id','couple':'$couple','kind':'timeout.extend','data':{'timeout':'$timeout','minutes':90,'words':'Ä'}}",
        "{'data':{'words':'Ä','minutes':90,'timeout':'$timeout'},'kind':'timeout.extend','couple':'$couple','id':'$id','type':'command'}",
        " {'type':'command' ,\n'id':'$id','couple':'$couple','kind':'timeout.extend','data':{'timeout':'$timeout','minutes': 90.0,'words':'\\u00c4'}}",
        "{'type':'command','id':'$ID','couple':'$COUPLE','kind':'timeout.extend','data':{'timeout':'$timeout','minutes':9e1,'words':'\\u00C4'}}"
      })
  void theSameContentIsTheSameHoweverItIsWritten(String text) throws Exception {
    var talk = Talk.begin(home.pair());
    var id = Api.id().toString();
    var data = Api.data().put("timeout", talk.timeout()).put("minutes", 90).put("words", "Ä");
    var couple = talk.pair().couple();
    var first =
        talk.pair()
            .first()
            .post(
                COMMANDS,
                Api.data()
                    .put("type", "command")
                    .put("id", id)
                    .put("couple", couple)
                    .put("kind", "timeout.extend")
                    .set("data", data))
            .expect(200)
            .body();
    var written =
        text.replace('\'', '"')
            .replace("$id", id)
            .replace("$ID", id.toUpperCase(java.util.Locale.ROOT))
            .replace("$couple", couple)
            .replace("$COUPLE", couple.toUpperCase(java.util.Locale.ROOT))
            .replace("$timeout", talk.timeout());
    same(first, talk.pair().first().post(COMMANDS, written).expect(200).body());
  }

  @Test
  void anIdWithOtherContentIsRefused() {
    var talk = Talk.begin(home.pair());
    try (var device = Device.following(talk.pair().first())) {
      var command = talk.checkIn("first");
      Talk.accepted(device.run(command));
      List<UnaryOperator<ObjectNode>> changes =
          List.of(
              c -> c.put("kind", "timeout.return"),
              c -> c.put("couple", home.pair().couple()),
              c -> c.put("kind", "draft.keep").without("couple"),
              c -> with(c, Api.data().put("timeout", talk.timeout()).put("words", "other")),
              c -> with(c, Api.data().put("timeout", talk.timeout())),
              c -> with(c, Api.data().put("timeout", Api.id().toString()).put("words", "first")));
      for (var change : changes) {
        var changed = change.apply(command.deepCopy());
        if (changed.path("kind").asText().equals("draft.keep")) {
          ((ObjectNode) changed.path("data")).put("draft", Api.id().toString());
        }
        assertThat(device.run(changed).path("problem").path("code").asText())
            .as("%s", changed)
            .isEqualTo("id-reused");
        assertThat(talk.pair().first().post(COMMANDS, changed).expect(409).code())
            .isEqualTo("id-reused");
      }
      assertThat(head(talk)).isEqualTo(2);
    }
  }

  private static ObjectNode with(ObjectNode command, ObjectNode data) {
    command.set("data", data);
    return command;
  }

  @Test
  void anotherPersonMayHaveTheSameId() {
    Pair pair = home.pair();
    var id = Api.id();
    for (var api : List.of(pair.first(), pair.second())) {
      var data = Api.data().put("timeout", Api.id().toString()).put("minutes", 30);
      var answer = api.post(COMMANDS, Api.command(id, pair.couple(), "timeout.call", data));
      assertThat(answer.expect(200).body().path("repeated").asBoolean()).isFalse();
    }
  }

  @Test
  void aRefusalIsNotRemembered() {
    Pair pair = home.pair();
    var timeout = Api.id().toString();
    try (var partner = Device.following(pair.second())) {
      var acknowledge =
          Api.command(
              Api.id(), pair.couple(), "timeout.acknowledge", Api.data().put("timeout", timeout));
      assertThat(partner.run(acknowledge).path("problem").path("code").asText())
          .isEqualTo("not-found");
      pair.first()
          .command(
              pair.couple(), "timeout.call", Api.data().put("timeout", timeout).put("minutes", 30))
          .expect(200);
      assertThat(Talk.accepted(partner.run(acknowledge)).path("repeated").asBoolean()).isFalse();
      // Nor does it keep the id from being used for something else.
      var other = Api.id();
      var refused =
          Api.command(other, pair.couple(), "timeout.return", Api.data().put("timeout", timeout));
      assertThat(partner.run(refused).path("problem").path("code").asText()).isEqualTo("not-yours");
      var note = Api.data().put("timeout", timeout).put("words", "the key is under the mat");
      Talk.accepted(partner.run(Api.command(other, pair.couple(), "timeout.note", note)));
    }
  }

  @AfterAll
  static void stop() {
    home.close();
  }
}
