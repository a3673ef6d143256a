package app.haven.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Reads a component that holds several: words, records of their own, or anything else, each once.
final class ManyReader {
  private ManyReader() {}

  /// @throws IllegalArgumentException for anything but a list of what is allowed
  static List<Object> read(JsonNode node, RecordComponent component) {
    if (!node.isArray() || node.size() > most(component)) throw new IllegalArgumentException();
    var type = element(component);
    var read = new ArrayList<>();
    for (var one : node) {
      var value = one(one, type, component);
      if (once(type) && read.contains(value)) throw new IllegalArgumentException();
      read.add(value);
    }
    return List.copyOf(read);
  }

  private static Object one(JsonNode node, Class<?> type, RecordComponent component) {
    if (type.isRecord()) return record(node, type);
    return type == String.class
        ? DataReader.words(DataReader.text(node), DataReader.most(component))
        : DataReader.value(node, type);
  }

  private static Object record(JsonNode node, Class<?> type) {
    if (!(node instanceof ObjectNode data)) throw new IllegalArgumentException();
    try {
      return DataReader.read(data, type);
    } catch (Refusal wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  /// What somebody writes may stand there twice.
  private static boolean once(Class<?> type) {
    return type != String.class && !type.isRecord();
  }

  static String allowed(RecordComponent component) {
    var type = element(component);
    var list = "A list of up to " + most(component) + " is allowed here, ";
    if (type.isRecord()) return list + "each with: " + DataReader.fields(type) + ".";
    return type == String.class
        ? list + "each of 1 to " + DataReader.most(component) + " characters."
        : list + "each once. " + DataReader.allowed(type);
  }

  private static int most(RecordComponent component) {
    var many = component.getAnnotation(Many.class);
    return Objects.requireNonNull(many, () -> component + " is a list without @Many").value();
  }

  private static Class<?> element(RecordComponent component) {
    return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
  }
}
