package app.haven.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/// What only an administrator of the tests' own Keycloak can do. The one of `./haven up` has none.
public final class KeycloakAdmin {
  private static final String NAME = "admin";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalKeycloak keycloak;

  public KeycloakAdmin(LocalKeycloak keycloak) {
    this.keycloak = keycloak;
  }

  static Map<String, String> settings() {
    return Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", NAME, "KC_BOOTSTRAP_ADMIN_PASSWORD", NAME);
  }

  /// Runs with another lifespan of a client's tokens, and puts the realm's own back.
  public void withTokensOf(String clientId, Duration lifespan, Runnable test) {
    lifespan(clientId, Long.toString(lifespan.toSeconds()));
    try {
      test.run();
    } finally {
      lifespan(clientId, "");
    }
  }

  private void lifespan(String clientId, String seconds) {
    var client = call("GET", "/admin/realms/haven/clients?clientId=" + clientId, "").required(0);
    var id = client.required("id").textValue();
    var change = JSON.createObjectNode().put("id", id).put("clientId", clientId);
    change.putObject("attributes").put("access.token.lifespan", seconds);
    call("PUT", "/admin/realms/haven/clients/" + id, change.toString());
  }

  private JsonNode call(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(keycloak.uri().resolve(path))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  private String token() {
    var form = "grant_type=password&client_id=admin-cli&username=" + NAME + "&password=" + NAME;
    var request =
        HttpRequest.newBuilder(
                keycloak.uri().resolve("/realms/master/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return send(request).required("access_token").textValue();
  }

  private JsonNode send(HttpRequest request) {
    try {
      var answer = Http.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) throw new IllegalStateException(answer.body());
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
