package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;

/// A couple with an open time-out of its first person, who can check in as often as a test needs.
record Talk(Pair pair, String timeout) {
  private static final int AT_ONCE = 16;

  static Talk begin(Pair pair) {
    var id = Api.id().toString();
    pair.first()
        .command(pair.couple(), "timeout.call", Api.data().put("timeout", id).put("minutes", 60))
        .expect(200);
    return new Talk(pair, id);
  }

  ObjectNode checkIn(String words) {
    var data = Api.data().put("timeout", timeout).put("words", words);
    return Api.command(Api.id(), pair.couple(), "timeout.checkIn", data);
  }

  /// Sends one and waits for its `ok`.
  JsonNode say(Device device, String words) {
    return accepted(device.run(checkIn(words)));
  }

  /// Sends many, as many at once as a connection may have in flight.
  void say(Device device, String words, int times) {
    for (int said = 0; said < times; said += AT_ONCE) {
      var ids = new ArrayList<String>();
      for (int i = said; i < Math.min(times, said + AT_ONCE); i++) {
        var command = checkIn(words);
        ids.add(command.path("id").asText());
        device.send(command);
      }
      while (!ids.isEmpty()) {
        var ok = device.await(f -> Device.is(f, "ok") || Device.is(f, "refused"));
        assertThat(ids.remove(accepted(ok).path("id").asText())).isTrue();
      }
    }
  }

  static JsonNode accepted(JsonNode answer) {
    assertThat(answer.path("type").asText()).as("%s", answer).isEqualTo("ok");
    return answer;
  }

  static JsonNode streams(Api api) {
    return api.get("/api/v1/snapshot").expect(200).body().path("streams");
  }
}
