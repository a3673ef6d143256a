package app.haven.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The data of an event in two parts: what timers and rules need stays clear, words are taken out
/// to be sealed. Where a word stood, the clear part keeps a null, so that order and fields survive
/// even when the words do not.
///
/// @param words JSON of the words by field; null where the event has none
record EventData(String clear, byte @Nullable [] words) {
  private static final Map<Class<?>, List<String>> WORD_FIELDS = new ConcurrentHashMap<>();

  static EventData split(Record data) {
    ObjectNode clear = Json.MAPPER.valueToTree(data);
    ObjectNode words = Json.MAPPER.createObjectNode();
    for (String field : WORD_FIELDS.computeIfAbsent(data.getClass(), EventData::wordFields)) {
      if (clear.hasNonNull(field)) words.set(field, clear.replace(field, clear.nullNode()));
    }
    return new EventData(Json.write(clear), words.isEmpty() ? null : bytes(words));
  }

  private static List<String> wordFields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> component.isAnnotationPresent(Words.class))
        .map(DataReader::name)
        .toList();
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
    try {
      var data = (ObjectNode) Json.MAPPER.readTree(clear);
      if (words != null) data.setAll((ObjectNode) Json.MAPPER.readTree(words));
      else if (hadWords) data.put("erased", true);
      return data;
    } catch (IOException e) {
      throw new IllegalStateException("an event in the log is not JSON", e);
    }
  }
}
