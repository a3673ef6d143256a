package app.haven.need;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Golden;
import app.haven.kernel.DataReader;
import app.haven.kernel.Json;
import app.haven.kernel.Weekday;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NeedWireTest {
  static Stream<Map.Entry<String, Class<?>>> commands() {
    return Stream.concat(
        NeedDecider.COMMANDS.entrySet().stream()
            .map(command -> Map.entry(command.getKey(), command.getValue().data())),
        BoundaryDecider.COMMANDS.entrySet().stream()
            .map(command -> Map.entry(command.getKey(), command.getValue().data())));
  }

  static Stream<Class<?>> events() {
    return Stream.concat(Golden.records(NeedEvent.class), Golden.records(BoundaryEvent.class));
  }

  @ParameterizedTest
  @MethodSource("commands")
  <C> void everyCommandHasItsWireForm(Map.Entry<String, Class<C>> command) {
    Golden.pins("commands", command.getKey(), command.getValue(), DataReader::read);
  }

  @ParameterizedTest
  @MethodSource("events")
  <E> void everyEventHasItsWireForm(Class<E> event) {
    Golden.pins("events", Golden.kind(event), event, NeedWireTest::read);
  }

  @Test
  void everyRecordOfTheFamiliesIsACommand() {
    var records =
        Stream.concat(Golden.records(NeedCommand.class), Golden.records(BoundaryCommand.class));
    assertThat(commands().map(Map.Entry::getValue))
        .containsExactlyInAnyOrderElementsOf(records.toList());
  }

  @Test
  void everyGoldenFileBelongsToARecord() {
    for (var family : List.of("need", "boundary")) {
      assertThat(commands().map(Map.Entry::getKey)).containsAll(Golden.kinds("commands", family));
      assertThat(events().map(Golden::kind)).containsAll(Golden.kinds("events", family));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyAnswerIsReadAsItIsWritten(Answer answer) {
    assertThat(Answer.of(answer.wire())).isEqualTo(answer);
  }

  @ParameterizedTest
  @EnumSource
  void everyWeekdayIsReadAsItIsWritten(Weekday weekday) {
    assertThat(Weekday.of(weekday.wire())).isEqualTo(weekday);
  }

  private static <E> E read(ObjectNode data, Class<E> event) {
    try {
      return Json.MAPPER.treeToValue(data, event);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
