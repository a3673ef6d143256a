package app.haven.promise;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Golden;
import app.haven.kernel.DataReader;
import app.haven.kernel.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PromiseWireTest {
  static Stream<Map.Entry<String, Class<?>>> commands() {
    return PromiseDecider.COMMANDS.entrySet().stream()
        .map(command -> Map.entry(command.getKey(), command.getValue().data()));
  }

  static Stream<Class<?>> events() {
    return Golden.records(PromiseEvent.class);
  }

  @ParameterizedTest
  @MethodSource("commands")
  <C> void everyCommandHasItsWireForm(Map.Entry<String, Class<C>> command) {
    Golden.pins("commands", command.getKey(), command.getValue(), DataReader::read);
  }

  @ParameterizedTest
  @MethodSource("events")
  <E> void everyEventHasItsWireForm(Class<E> event) {
    Golden.pins("events", Golden.kind(event), event, PromiseWireTest::read);
  }

  @Test
  void everyRecordOfTheFamilyIsACommand() {
    assertThat(commands().map(Map.Entry::getValue))
        .containsExactlyInAnyOrderElementsOf(Golden.records(PromiseCommand.class).toList());
  }

  @Test
  void everyGoldenFileBelongsToARecord() {
    assertThat(commands().map(Map.Entry::getKey)).containsAll(Golden.kinds("commands", "promise"));
    assertThat(events().map(Golden::kind)).containsAll(Golden.kinds("events", "promise"));
  }

  private static <E> E read(ObjectNode data, Class<E> event) {
    try {
      return Json.MAPPER.treeToValue(data, event);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
