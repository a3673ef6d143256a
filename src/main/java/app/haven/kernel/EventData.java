package app.haven.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The data of an event in two parts: what timers and rules need stays clear, words are taken out
/// to be sealed. Where a word stood, the clear part keeps a null, so that order and fields survive
/// even when the words do not.
///
/// @param words JSON of the words by field; null where the event has none
/// @param shares the same for each author of an event that speaks for two ([Part])
record EventData(String clear, byte @Nullable [] words, Map<PersonId, byte[]> shares) {
  private static final Map<Class<?>, List<String>> WORD_FIELDS = new ConcurrentHashMap<>();

  static EventData split(Record data) {
    ObjectNode clear = Json.MAPPER.valueToTree(data);
    byte[] words = takeOut(clear, data.getClass());
    var shares = new HashMap<PersonId, byte[]>();
    var answer = answer(data.getClass());
    if (answer != null) {
      for (var part : clear.path(Part.FIELD)) {
        byte[] said = takeOut((ObjectNode) part, answer);
        if (said != null) shares.put(by(part), said);
      }
    }
    return new EventData(Json.write(clear), words, shares);
  }

  private static byte @Nullable [] takeOut(ObjectNode clear, Class<?> type) {
    ObjectNode words = Json.MAPPER.createObjectNode();
    for (String field : WORD_FIELDS.computeIfAbsent(type, EventData::wordFields)) {
      if (clear.hasNonNull(field)) words.set(field, clear.replace(field, clear.nullNode()));
    }
    return words.isEmpty() ? null : bytes(words);
  }

  private static List<String> wordFields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> component.isAnnotationPresent(Words.class))
        .map(DataReader::name)
        .toList();
  }

  /// What each of the two says in an event of this type; null where it speaks for one.
  private static @Nullable Class<?> answer(Class<?> type) {
    for (var component : type.getRecordComponents()) {
      if (component.getName().equals(Part.FIELD)
          && component.getGenericType() instanceof ParameterizedType list
          && list.getActualTypeArguments()[0] instanceof Class<?> answer
          && Part.class.isAssignableFrom(answer)) {
        return answer;
      }
    }
    return null;
  }

  private static PersonId by(JsonNode part) {
    return new PersonId(UUID.fromString(part.path("by").textValue()));
  }

  private static byte[] bytes(ObjectNode words) {
    try {
      return Json.MAPPER.writeValueAsBytes(words);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @param hadWords whether words were sealed with this event; if so and none are given, they were
  ///   erased
  static ObjectNode join(String clear, boolean hadWords, byte @Nullable [] words) {
    var data = read(clear);
    putBack(data, hadWords, words);
    return data;
  }

  /// @param shares the words of each author; empty where theirs were erased
  static ObjectNode join(String clear, Map<PersonId, byte[]> shares) {
    var data = read(clear);
    for (var part : data.path(Part.FIELD)) {
      byte[] said = shares.get(by(part));
      if (said != null) putBack((ObjectNode) part, true, said.length == 0 ? null : said);
    }
    return data;
  }

  private static void putBack(ObjectNode data, boolean hadWords, byte @Nullable [] words) {
    if (words != null) data.setAll(read(words));
    else if (hadWords) data.put("erased", true);
  }

  private static ObjectNode read(String json) {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode read(byte[] json) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException("an event in the log is not JSON", e);
    }
  }
}
