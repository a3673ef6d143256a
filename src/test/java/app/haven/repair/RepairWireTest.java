package app.haven.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Golden;
import app.haven.kernel.DataReader;
import app.haven.kernel.Decider;
import app.haven.kernel.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepairWireTest {
  static Stream<Map.Entry<String, Class<?>>> commands() {
    return RepairDecider.COMMANDS.entrySet().stream()
        .map(command -> Map.entry(command.getKey(), command.getValue().data()));
  }

  static Stream<Class<?>> events() {
    return Golden.records(RepairEvent.class);
  }

  @ParameterizedTest
  @MethodSource("commands")
  <C> void everyCommandHasItsWireForm(Map.Entry<String, Class<C>> command) {
    Golden.pins("commands", command.getKey(), command.getValue(), DataReader::read);
  }

  @ParameterizedTest
  @MethodSource("events")
  <E> void everyEventHasItsWireForm(Class<E> event) {
    Golden.pins("events", Golden.kind(event), event, RepairWireTest::read);
  }

  /// Every golden file of an event, with the name it has on the wire.
  @ParameterizedTest
  @MethodSource("events")
  void theNameOnTheWireIsTheOneOfTheRecord(Class<?> event) {
    var file = Golden.files("events", Golden.kind(event)).getFirst();
    assertThat(((RepairEvent) read(file, event)).wire()).isEqualTo(Golden.kind(event));
  }

  @Test
  void everyRecordOfTheFamiliesIsACommand() {
    assertThat(RepairDecider.COMMANDS.values().stream().map(Decider.Shape::data))
        .hasSize((int) Golden.records(RepairCommand.class).count());
  }

  @Test
  void everyGoldenFileBelongsToARecord() {
    assertThat(RepairDecider.COMMANDS.keySet()).containsAll(Golden.kinds("commands", "repair"));
    assertThat(events().map(Golden::kind)).containsAll(Golden.kinds("events", "repair"));
  }

  private static <E> E read(ObjectNode data, Class<E> event) {
    try {
      return Json.MAPPER.treeToValue(data, event);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
