package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.DataReader;
import app.haven.kernel.Decider;
import app.haven.kernel.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a client's author copies first: each example is what the server really reads or writes.
class AsyncApiExamplesTest {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  static Stream<String> messages() {
    return AsyncApi.kinds("").stream();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyMessageHasAnExampleThatFitsItsSchema(String name) {
    assertThat(AsyncApi.examples(name)).isNotEmpty();
    for (var example : AsyncApi.examples(name)) {
      assertThat(faults(name, example)).as("%s", example).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void anExampleWithoutOneOfItsFieldsOrWithAnotherTypeWouldNotFit(String name) {
    var whole = AsyncApi.examples(name).getFirst();
    for (var field : AsyncApi.names(whole)) {
      if (!AsyncApi.required(name).contains(field)) continue;
      assertThat(faults(name, whole.deepCopy().without(field))).as("no %s", field).isNotEmpty();
    }
    assertThat(faults(name, whole.deepCopy().put("type", "another"))).isNotEmpty();
  }

  private static Set<ValidationMessage> faults(String message, JsonNode example) {
    return SCHEMAS.getSchema(AsyncApi.payload(message), STRICT).validate(example);
  }

  @ParameterizedTest
  @MethodSource("app.haven.live.AsyncApiTest#commands")
  void theExamplesOfACommandAreAccepted(Map.Entry<String, Decider.Shape<?>> command) {
    for (var example : AsyncApi.examples("command." + command.getKey())) {
      assertThat(FrameReader.read(example.toString()))
          .isInstanceOfSatisfying(
              ClientFrame.Do.class,
              read -> {
                assertThat(read.command().kind()).isEqualTo(command.getKey());
                assertThat(DataReader.read(read.command().data(), command.getValue().data()))
                    .isNotNull();
              });
    }
  }

  @ParameterizedTest
  @MethodSource("app.haven.live.AsyncApiTest#events")
  void theExamplesOfAnEventAreWrittenJustSo(Map.Entry<String, Class<?>> event)
      throws JsonProcessingException {
    for (var example : AsyncApi.examples("event." + event.getKey())) {
      assertThat(written(example, ServerFrame.Event.class)).isEqualTo(example);
      assertThat(example.path("kind").asText()).isEqualTo(event.getKey());
      var data = (ObjectNode) example.path("data");
      var said = Json.MAPPER.convertValue(kept(data), event.getValue());
      assertThat(Json.MAPPER.<JsonNode>valueToTree(said)).isEqualTo(kept(data));
    }
  }

  /// What is there of an event whose words were erased.
  private static ObjectNode kept(ObjectNode data) {
    var kept = data.deepCopy();
    if (kept.remove("erased") != null) kept.properties().removeIf(one -> one.getValue().isNull());
    return kept;
  }

  @ParameterizedTest
  @MethodSource("app.haven.live.AsyncApiTest#frames")
  void theExamplesOfAFrameAreWrittenJustSo(Map.Entry<String, Class<? extends ServerFrame>> frame)
      throws JsonProcessingException {
    for (var example : AsyncApi.examples(frame.getKey())) {
      assertThat(written(example, frame.getValue())).isEqualTo(example);
    }
  }

  private static JsonNode written(ObjectNode example, Class<? extends ServerFrame> shape)
      throws JsonProcessingException {
    var fields = example.deepCopy();
    fields.remove("type");
    return Json.MAPPER.readTree(Json.MAPPER.convertValue(fields, shape).text());
  }

  @Test
  void theExamplesOfAHelloAreRead() {
    for (var hello : AsyncApi.examples("hello")) {
      assertThat(FrameReader.read(hello.toString())).isInstanceOf(ClientFrame.Hello.class);
    }
  }
}
