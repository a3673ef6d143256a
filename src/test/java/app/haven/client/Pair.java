package app.haven.client;

import java.util.function.Function;

/// Two people who became a couple the way people do: invite, claim, confirm.
///
/// @param first who invited
/// @param couple the couple's id
public record Pair(Api first, Api second, String couple) {

  /// @param apis makes a signed-in person from a subject
  public static Pair make(Function<String, Api> apis, String firstSubject, String secondSubject) {
    return make(apis.apply(firstSubject), apis.apply(secondSubject));
  }

  public static Pair make(Api first, Api second) {
    var invite = first.post("/api/v1/invites", null).expect(201).body();
    var code = Api.data().put("code", invite.path("code").asText());
    second.post("/api/v1/invites/claim", code).expect(200);
    var confirmed = first.post("/api/v1/invites/" + invite.path("id").asText() + "/confirm", null);
    return new Pair(first, second, confirmed.expect(200).body().path("coupleId").asText());
  }

  /// The same two people over another node.
  public Pair over(java.net.URI home) {
    return new Pair(new Api(home, first.token), new Api(home, second.token), couple);
  }
}
