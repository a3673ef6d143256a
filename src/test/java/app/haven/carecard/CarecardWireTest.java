package app.haven.carecard;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Golden;
import app.haven.kernel.DataReader;
import app.haven.kernel.Json;
import app.haven.kernel.Target;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CarecardWireTest {
  static Stream<Map.Entry<String, Class<?>>> commands() {
    return CarecardDecider.COMMANDS.entrySet().stream()
        .map(command -> Map.entry(command.getKey(), command.getValue().data()));
  }

  static Stream<Class<?>> events() {
    return Golden.records(CarecardEvent.class);
  }

  @ParameterizedTest
  @MethodSource("commands")
  <C> void everyCommandHasItsWireForm(Map.Entry<String, Class<C>> command) {
    Golden.pins("commands", command.getKey(), command.getValue(), DataReader::read);
  }

  @ParameterizedTest
  @MethodSource("events")
  <E> void everyEventHasItsWireForm(Class<E> event) {
    Golden.pins("events", Golden.kind(event), event, CarecardWireTest::read);
  }

  @Test
  void everyRecordOfTheFamilyIsACommand() {
    assertThat(commands().map(Map.Entry::getValue))
        .containsExactlyInAnyOrderElementsOf(Golden.records(CarecardCommand.class).toList());
  }

  @Test
  void everyGoldenFileBelongsToARecord() {
    assertThat(commands().map(Map.Entry::getKey)).containsAll(Golden.kinds("commands", "carecard"));
    assertThat(events().map(Golden::kind)).containsAll(Golden.kinds("events", "carecard"));
  }

  @ParameterizedTest
  @EnumSource
  void everySectionIsReadAsItIsWritten(Section section) {
    assertThat(Section.of(section.wire())).isEqualTo(section);
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatIsShownIsForBoth(Section section) {
    assertThat(new CarecardEvent.Kept(section, "x").fact().target()).isEqualTo(Target.MINE);
    assertThat(new CarecardEvent.Cleared(section).fact().target()).isEqualTo(Target.MINE);
    assertThat(new CarecardEvent.Shared(new UUID(1, 1), section, "x").fact().target())
        .isEqualTo(Target.OURS);
  }

  private static <E> E read(ObjectNode data, Class<E> event) {
    try {
      return Json.MAPPER.treeToValue(data, event);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
