package app.haven.faults;

import app.haven.client.Api;
import java.net.URI;
import java.util.List;

/// A signed-in person and the nodes where they find Haven.
///
/// @param person their id
record Account(String person, String token, List<URI> nodes) {
  static Account of(String token, List<URI> nodes) {
    var me = new Api(nodes.getFirst(), token).get("/api/v1/me").expect(200).body();
    return new Account(me.path("id").asText(), token, nodes);
  }

  Api at(URI node) {
    return new Api(node, token);
  }
}
