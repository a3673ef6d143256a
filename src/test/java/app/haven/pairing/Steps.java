package app.haven.pairing;

import app.haven.client.Api;
import app.haven.client.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// The steps from two people to a couple, over REST.
final class Steps {
  private Steps() {}

  static JsonNode invite(Api inviter) {
    return inviter.post("/api/v1/invites", null).expect(201).body();
  }

  static Answer claim(Api claimant, String code) {
    return claimant.post("/api/v1/invites/claim", Api.data().put("code", code));
  }

  static Answer confirm(Api inviter, JsonNode invite) {
    return inviter.post("/api/v1/invites/" + id(invite) + "/confirm", null);
  }

  static String id(JsonNode invite) {
    return invite.path("id").asText();
  }

  static String code(JsonNode invite) {
    return invite.path("code").asText();
  }

  /// All at once, as far as a machine can.
  static List<Answer> race(List<Supplier<Answer>> askers) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = askers.stream().map(a -> CompletableFuture.supplyAsync(a, threads)).toList();
      return all.stream().map(CompletableFuture::join).toList();
    }
  }

  static List<Answer> with(List<Answer> answers, int status) {
    return answers.stream().filter(answer -> answer.status() == status).toList();
  }
}
