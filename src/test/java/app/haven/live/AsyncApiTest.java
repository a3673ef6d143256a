package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Golden;
import app.haven.kernel.DataReader;
import app.haven.kernel.Decider;
import app.haven.kernel.Json;
import app.haven.kernel.Link;
import app.haven.kernel.Many;
import app.haven.kernel.Part;
import app.haven.kernel.Refusal;
import app.haven.kernel.Words;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The published description says what the code does: names, what is needed, lengths, choices.
class AsyncApiTest {
  private static final JavaClasses HAVEN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("app.haven");

  /// Events whose kind does not follow from the name of their record.
  private static final Map<String, String> NAMED_OTHERWISE =
      Map.of(
          "signal.sent", "app.haven.signal.Signal$Sent",
          "words.erased", "app.haven.kernel.WordsErased",
          "invite.changed", "app.haven.pairing.PairingEvent$InviteChanged",
          "couple.opened", "app.haven.pairing.PairingEvent$CoupleChanged",
          "couple.closed", "app.haven.pairing.PairingEvent$CoupleChanged");

  /// Closed by the socket itself or by the sign-in, not by our own hand.
  private static final Set<Integer> NOT_OURS = Set.of(1008);

  // --- commands ---------------------------------------------------------------------------------

  static Stream<Map.Entry<String, Decider.Shape<?>>> commands() {
    var commands = new TreeMap<String, Decider.Shape<?>>();
    for (var type : HAVEN) {
      if (type.isAssignableTo(Decider.class) && !type.isInterface()) {
        commands.putAll(decider(type).commands());
      }
    }
    return commands.entrySet().stream();
  }

  /// Only to ask it for its commands: it needs none of what it is given for that.
  private static Decider<?> decider(JavaClass type) {
    try {
      var constructor = type.reflect().getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return (Decider<?>)
          constructor.newInstance(new @Nullable Object[constructor.getParameterCount()]);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void allCommandsAreDescribedAndNoOther() {
    assertThat(AsyncApi.kinds("command."))
        .isNotEmpty()
        .containsExactlyElementsOf(commands().map(Map.Entry::getKey).toList());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandIsDescribedAsItIsRead(Map.Entry<String, Decider.Shape<?>> command) {
    var name = "command." + command.getKey();
    var schema = AsyncApi.schema(name);
    describes(schema, command.getValue().data(), Set.of());
    for (var component : command.getValue().data().getRecordComponents()) {
      if (component.isAnnotationPresent(Words.class)) {
        var words = schema.path("properties").path(component.getName());
        var one = component.getType() == List.class ? words.path("items") : words;
        if (one.has("$ref")) continue;
        assertThat(one.path("type").asText()).isEqualTo("string");
        assertThat(one.path("minLength").asInt()).isEqualTo(1);
      }
    }
    assertThat(schema.path("additionalProperties").isBoolean()).isTrue();
    assertThat(schema.path("additionalProperties").asBoolean()).isFalse();
    var parts = AsyncApi.message(name).path("payload").path("allOf");
    assertThat(AsyncApi.ref(parts.path(0)))
        .isEqualTo(
            switch (command.getValue().scope()) {
              case COUPLE -> "CommandForOurs";
              case SELF -> "CommandForMine";
              case EITHER -> "CommandForEither";
            });
    names(parts.path(1), command.getKey(), name);
  }

  // --- events -----------------------------------------------------------------------------------

  static Stream<Map.Entry<String, Class<?>>> events() {
    var events = new TreeMap<String, Class<?>>();
    for (var type : HAVEN) {
      if (type.isInterface() && type.getSimpleName().endsWith("Event") && type.isTopLevelClass()) {
        Golden.records(type.reflect()).forEach(event -> events.put(Golden.kind(event), event));
      }
    }
    NAMED_OTHERWISE.forEach((kind, name) -> events.put(kind, HAVEN.get(name).reflect()));
    return events.entrySet().stream();
  }

  @Test
  void allEventsAreDescribedAndNoOther() {
    assertThat(AsyncApi.kinds("event."))
        .isNotEmpty()
        .containsExactlyElementsOf(events().map(Map.Entry::getKey).toList());
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventIsDescribedAsItIsWritten(Map.Entry<String, Class<?>> event) {
    var name = "event." + event.getKey();
    var components = event.getValue().getRecordComponents();
    boolean words = Arrays.stream(components).anyMatch(one -> one.isAnnotationPresent(Words.class));
    var schema = AsyncApi.schema(name);
    describes(schema, event.getValue(), words ? Set.of("erased") : Set.of());
    for (var component : components) {
      if (component.isAnnotationPresent(Words.class)) {
        var type = schema.path("properties").path(component.getName()).path("type");
        assertThat(AsyncApi.texts(type))
            .as("erased words")
            .containsExactlyInAnyOrder(
                "null", component.getType() == List.class ? "array" : "string");
      }
    }
    var parts = AsyncApi.message(name).path("payload").path("allOf");
    assertThat(AsyncApi.ref(parts.path(0))).isEqualTo("event");
    names(parts.path(1), event.getKey(), name);
    var stream = parts.path(1).path("properties").path("stream");
    if (stream.has("const")) assertThat(stream.path("const").asText()).isIn("ours", "mine");
    else assertThat(AsyncApi.ref(stream)).as("either of the two").isEqualTo("StreamName");
  }

  private static void names(JsonNode part, String kind, String schema) {
    assertThat(part.path("properties").path("kind").path("const").asText()).isEqualTo(kind);
    assertThat(AsyncApi.ref(part.path("properties").path("data"))).isEqualTo(schema);
  }

  // --- frames -----------------------------------------------------------------------------------

  static Stream<Map.Entry<String, Class<?>>> frames() {
    var frames = new TreeMap<String, Class<?>>();
    for (var frame : ServerFrame.class.getPermittedSubclasses()) {
      var type = frame == ServerFrame.Accepted.class ? "ok" : frame.getSimpleName();
      frames.put(Character.toLowerCase(type.charAt(0)) + type.substring(1), frame);
    }
    return frames.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("frames")
  void aFrameIsDescribedAsItIsWritten(Map.Entry<String, Class<?>> frame) {
    var schema = AsyncApi.schema(frame.getKey());
    var written = new TreeSet<>(Set.of("type"));
    for (var component : frame.getValue().getRecordComponents()) written.add(component.getName());
    assertThat(AsyncApi.names(schema.path("properties"))).isEqualTo(written);
    assertThat(AsyncApi.texts(schema.path("required"))).isEqualTo(written);
    assertThat(schema.at("/properties/type/const").asText()).isEqualTo(frame.getKey());
    for (var component : frame.getValue().getRecordComponents()) {
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      assertThat(schema.path("properties").path(component.getName()).has("oneOf"))
          .as("%s may be null", component.getName())
          .isEqualTo(nullable && component.getAccessor().isAnnotationPresent(JsonInclude.class));
    }
  }

  @Test
  void everyFrameBelongsToWhoSaysIt() {
    var said = frames().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    said.remove("event");
    AsyncApi.kinds("event.").forEach(kind -> said.add("event." + kind));
    assertThat(AsyncApi.operation("say")).isEqualTo(said);

    var heard = new TreeSet<>(Set.of("hello", "ping", "pong"));
    AsyncApi.kinds("command.").forEach(kind -> heard.add("command." + kind));
    assertThat(AsyncApi.operation("hear")).isEqualTo(heard);
  }

  @Test
  void aHelloIsReadAsItIsDescribed() {
    var most = AsyncApi.schema("hello").at("/properties/device/maxLength").asInt();
    var hello = "{\"type\":\"hello\",\"device\":\"%s\"}";
    assertThat(FrameReader.read(hello.formatted("d".repeat(most))))
        .isInstanceOf(ClientFrame.Hello.class);
    assertThat(FrameReader.read(hello.formatted("d".repeat(most + 1))))
        .isInstanceOf(ClientFrame.Unreadable.class);
    assertThat(AsyncApi.names(AsyncApi.schema("hello").path("properties")))
        .containsExactly("after", "device", "type");
  }

  // --- codes ------------------------------------------------------------------------------------

  @Test
  void closeCodesAreTheOnesInUse() {
    var described = new HashSet<Integer>();
    AsyncApi.closeCodes().forEach(code -> described.add(code.path("code").asInt()));
    var used = Arrays.stream(CloseCode.values()).map(code -> code.code).collect(Collectors.toSet());
    used.addAll(NOT_OURS);
    assertThat(described).isEqualTo(used);
  }

  @Test
  void problemCodesAndTheirStatusAreTheOnesInUse() {
    var used = new HashMap<String, Integer>();
    for (var code : Refusal.Code.values()) used.put(code.wire, code.status);
    var schema = AsyncApi.schema("ProblemCode");
    assertThat(AsyncApi.texts(schema.path("enum"))).isEqualTo(new TreeSet<>(used.keySet()));
    var described = new HashMap<String, Integer>();
    schema
        .path("x-status")
        .properties()
        .forEach(one -> described.put(one.getKey(), one.getValue().asInt()));
    assertThat(described).isEqualTo(used);
    describes(AsyncApi.schema("FieldError"), Refusal.FieldError.class, Set.of());
    assertThat(AsyncApi.names(AsyncApi.schema("Problem").path("properties")))
        .isEqualTo(
            Arrays.stream(Refusal.Problem.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void theAppServesThisVeryFile() throws IOException {
    try (var served = AsyncApiTest.class.getResourceAsStream("/META-INF/resources/asyncapi.yaml")) {
      assertThat(served).isNotNull().hasBinaryContent(Files.readAllBytes(AsyncApi.FILE));
    }
  }

  // --- ------------------------------------------------------------------------------------------

  /// Holds a schema against a record.
  private static void describes(JsonNode schema, Class<?> shape, Set<String> besides) {
    var properties = new TreeSet<>(besides);
    var required = new TreeSet<String>();
    for (var component : shape.getRecordComponents()) {
      properties.add(DataReader.name(component));
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(DataReader.name(component));
      }
      type(schema.path("properties").path(DataReader.name(component)), component);
    }
    assertThat(AsyncApi.names(schema.path("properties"))).isEqualTo(properties);
    assertThat(AsyncApi.texts(schema.path("required"))).isEqualTo(required);
  }

  private static void type(JsonNode described, RecordComponent component) {
    Class<?> type = component.getType();
    var words = component.getAnnotation(Words.class);
    if (type == List.class) {
      list(described, component);
    } else if (words != null) {
      assertThat(described.path("maxLength").asInt()).isEqualTo(words.value());
    } else if (type.isEnum()) {
      choices(described, type);
    } else if (type == Integer.class || type == int.class) {
      assertThat(described.path("type").asText()).isEqualTo("integer");
    } else if (type == boolean.class || type == Boolean.class) {
      assertThat(described.path("type").asText()).isEqualTo("boolean");
    } else if (type == Link.class) {
      assertThat(AsyncApi.ref(described)).isEqualTo("Link");
      describes(AsyncApi.schema("Link"), type, Set.of());
    } else if (type == Instant.class) {
      assertThat(AsyncApi.ref(described)).isEqualTo("Time");
    } else if (type == LocalDate.class) {
      assertThat(AsyncApi.ref(described)).isEqualTo("Day");
    } else if (type == LocalTime.class) {
      assertThat(AsyncApi.ref(described)).isEqualTo("TimeOfDay");
    } else if (type == String.class || type == ZoneId.class) {
      assertThat(described.path("type").asText()).isEqualTo("string");
    } else {
      assertThat(type == UUID.class || type.getSimpleName().endsWith("Id")).isTrue();
      assertThat(AsyncApi.ref(described)).isEqualTo("Uuid");
    }
  }

  private static void choices(JsonNode described, Class<?> type) {
    assertThat(AsyncApi.texts(AsyncApi.schema(AsyncApi.ref(described)).path("enum")))
        .isEqualTo(
            Arrays.stream(type.getEnumConstants())
                .map(constant -> Json.MAPPER.<JsonNode>valueToTree(constant).asText())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static void list(JsonNode described, RecordComponent component) {
    assertThat(AsyncApi.texts(described.path("type"))).isSubsetOf("array", "null");
    var many = component.getAnnotation(Many.class);
    if (many != null) assertThat(described.path("maxItems").asInt()).isEqualTo(many.value());
    var element =
        (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    var item = described.path("items");
    var words = component.getAnnotation(Words.class);
    if (words != null && element == String.class) {
      assertThat(item.path("maxLength").asInt()).isEqualTo(words.value());
    } else if (element.isEnum()) {
      choices(item, element);
    } else {
      boolean share = Part.class.isAssignableFrom(element);
      describes(AsyncApi.schema(AsyncApi.ref(item)), element, share ? Set.of("erased") : Set.of());
    }
  }
}
