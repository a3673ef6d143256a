package app.haven.client;

import app.haven.local.Http;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One person's way over REST, signed in by a bearer token; without a token, nobody's.
public final class Api {
  public static final ObjectMapper JSON = new ObjectMapper();

  final URI home;
  final @Nullable String token;

  public Api(URI home, @Nullable String token) {
    this.home = home;
    this.token = token;
  }

  /// An answer with its status and, where there is one, its JSON body.
  public record Answer(int status, JsonNode body, HttpResponse<String> raw) {
    public String code() {
      return body.path("code").asText("");
    }

    public Answer expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError("expected " + wanted + ", got " + status + ": " + raw.body());
      }
      return this;
    }
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, @Nullable Object body) {
    return send("POST", path, body);
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  public Answer send(String method, String path, @Nullable Object body) {
    var request =
        HttpRequest.newBuilder(home.resolve(path))
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(
                        body instanceof String s ? s : write(body)));
    if (body != null) request.header("Content-Type", "application/json");
    if (token != null) request.header("Authorization", "Bearer " + token);
    try {
      var answer = Http.CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), read(answer.body()), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static UUID id() {
    return Generators.timeBasedEpochRandomGenerator().generate();
  }

  /// A command as both doors take it.
  ///
  /// @param couple null for a command of one person alone
  public static ObjectNode command(UUID id, @Nullable String couple, String kind, ObjectNode data) {
    var command = JSON.createObjectNode().put("type", "command").put("id", id.toString());
    if (couple != null) command.put("couple", couple);
    command.put("kind", kind).set("data", data);
    return command;
  }

  public Answer command(@Nullable String couple, String kind, ObjectNode data) {
    return post("/api/v1/commands", command(id(), couple, kind, data));
  }

  public static ObjectNode data() {
    return JSON.createObjectNode();
  }
}
