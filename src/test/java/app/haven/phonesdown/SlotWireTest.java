package app.haven.phonesdown;

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

class SlotWireTest {
  static Stream<Map.Entry<String, Class<?>>> commands() {
    return SlotDecider.COMMANDS.entrySet().stream()
        .map(command -> Map.entry(command.getKey(), command.getValue().data()));
  }

  static Stream<Class<?>> events() {
    return Golden.records(PhonesDownEvent.class);
  }

  @ParameterizedTest
  @MethodSource("commands")
  <C> void everyCommandHasItsWireForm(Map.Entry<String, Class<C>> command) {
    Golden.pins("commands", command.getKey(), command.getValue(), DataReader::read);
  }

  @ParameterizedTest
  @MethodSource("events")
  <E> void everyEventHasItsWireForm(Class<E> event) {
    Golden.pins("events", Golden.kind(event), event, SlotWireTest::read);
  }

  @Test
  void everyRecordOfTheFamilyIsACommand() {
    assertThat(commands().map(Map.Entry::getValue))
        .containsExactlyInAnyOrderElementsOf(Golden.records(PhonesDownCommand.class).toList());
  }

  @Test
  void everyGoldenFileBelongsToARecord() {
    assertThat(commands().map(Map.Entry::getKey))
        .containsAll(Golden.kinds("commands", "phonesDown"));
    assertThat(events().map(Golden::kind)).containsAll(Golden.kinds("events", "phonesDown"));
  }

  private static <E> E read(ObjectNode data, Class<E> event) {
    try {
      return Json.MAPPER.treeToValue(data, event);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
