package app.haven.live;

import app.haven.kernel.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// `docs/asyncapi.yaml`, as the tests read it.
final class AsyncApi {
  static final Path FILE = Path.of("docs/asyncapi.yaml");
  private static final JsonNode API = read();

  private AsyncApi() {}

  private static JsonNode read() {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(FILE.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The kinds of all `command.` or `event.` messages; with an empty prefix, all messages.
  static Set<String> kinds(String prefix) {
    return names(API.at("/components/messages")).stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static JsonNode message(String name) {
    return API.at("/components/messages").path(name);
  }

  static JsonNode schema(String name) {
    return API.at("/components/schemas").path(name);
  }

  /// What a message may hold, with all that it refers to.
  static JsonNode payload(String message) {
    var whole = Json.MAPPER.createObjectNode();
    whole.putArray("allOf").add(message(message).path("payload"));
    return whole.set("components", API.path("components"));
  }

  /// The fields no message of this name does without.
  static Set<String> required(String message) {
    var payload = message(message).path("payload");
    return texts(
        schema(ref(payload.has("allOf") ? payload.at("/allOf/0") : payload)).path("required"));
  }

  static List<ObjectNode> examples(String message) {
    return StreamSupport.stream(message(message).path("examples").spliterator(), false)
        .map(example -> (ObjectNode) example.path("payload"))
        .toList();
  }

  static JsonNode closeCodes() {
    return API.at("/channels/live/x-close-codes");
  }

  /// The messages an operation names.
  static Set<String> operation(String name) {
    return StreamSupport.stream(
            API.at("/operations").path(name).path("messages").spliterator(), false)
        .map(message -> last(message.path("$ref").asText()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Set<String> names(JsonNode object) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  static Set<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// What a `$ref` names, or empty.
  static String ref(JsonNode schema) {
    return last(schema.path("$ref").asText());
  }

  private static String last(String ref) {
    return ref.substring(ref.lastIndexOf('/') + 1);
  }
}
