package app.haven.plan;

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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanWireTest {
  static Stream<Map.Entry<String, Class<?>>> commands() {
    return Stream.of(PlanDecider.COMMANDS, IdeaDecider.COMMANDS)
        .flatMap(feature -> feature.entrySet().stream())
        .map(command -> Map.entry(command.getKey(), command.getValue().data()));
  }

  static Stream<Class<?>> events() {
    return Stream.of(PlanEvent.class, IdeaEvent.class).flatMap(Golden::records);
  }

  @ParameterizedTest
  @MethodSource("commands")
  <C> void everyCommandHasItsWireForm(Map.Entry<String, Class<C>> command) {
    Golden.pins("commands", command.getKey(), command.getValue(), DataReader::read);
  }

  @ParameterizedTest
  @MethodSource("events")
  <E> void everyEventHasItsWireForm(Class<E> event) {
    Golden.pins("events", Golden.kind(event), event, PlanWireTest::read);
  }

  @Test
  void everyRecordOfTheFamiliesIsACommand() {
    assertThat(commands().map(Map.Entry::getValue))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(PlanCommand.class, IdeaCommand.class).flatMap(Golden::records).toList());
  }

  @Test
  void everyGoldenFileBelongsToARecord() {
    for (var feature : new String[] {"plan", "idea"}) {
      assertThat(commands().map(Map.Entry::getKey)).containsAll(Golden.kinds("commands", feature));
      assertThat(events().map(Golden::kind)).containsAll(Golden.kinds("events", feature));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyAnswerIsReadAsItIsWritten(Answer answer) {
    assertThat(Answer.of(answer.wire())).isEqualTo(answer);
  }

  private static <E> E read(ObjectNode data, Class<E> event) {
    try {
      return Json.MAPPER.treeToValue(data, event);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
