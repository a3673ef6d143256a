package app.haven.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Reads a component that holds several: choices, each once, words, or records of their own.
final class ManyReader {
  private ManyReader() {}

  /// @throws IllegalArgumentException for anything but a list of what is allowed
  static List<Object> read(JsonNode node, RecordComponent component) {
    if (!node.isArray() || node.size() > most(component)) throw new IllegalArgumentException();
    var type = element(component);
    var read = new ArrayList<>();
    for (var one : node) {
      if (type.isRecord()) {
        read.add(record(one, type));
        continue;
      }
      if (!one.isTextual()) throw new IllegalArgumentException();
      var text = one.textValue();
      var value =
          type.isEnum()
              ? DataReader.constant(text, type)
              : DataReader.words(text, DataReader.most(component));
      if (type.isEnum() && read.contains(value)) throw new IllegalArgumentException();
      read.add(value);
    }
    return List.copyOf(read);
  }

  private static Object record(JsonNode node, Class<?> type) {
    if (!(node instanceof ObjectNode data)) throw new IllegalArgumentException();
    try {
      return DataReader.read(data, type);
    } catch (Refusal wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  static String allowed(RecordComponent component) {
    var type = element(component);
    if (type.isRecord()) {
      return "A list of up to %d is allowed here, each with: %s."
          .formatted(most(component), DataReader.fields(type));
    }
    return type.isEnum()
        ? "A list of these is allowed here, each once: " + DataReader.choices(type) + "."
        : "A list of up to %d is allowed here, each of 1 to %d characters."
            .formatted(most(component), DataReader.most(component));
  }

  private static int most(RecordComponent component) {
    var many = component.getAnnotation(Many.class);
    return Objects.requireNonNull(many, () -> component + " is a list without @Many").value();
  }

  private static Class<?> element(RecordComponent component) {
    return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
  }
}
