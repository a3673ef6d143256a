package app.haven.timeout;

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

class TimeoutWireTest {
  static Stream<Map.Entry<String, Class<?>>> commands() {
    return Stream.concat(
            TimeoutDecider.COMMANDS.entrySet().stream(), DraftDecider.COMMANDS.entrySet().stream())
        .map(command -> Map.entry(command.getKey(), command.getValue().data()));
  }

  static Stream<Class<?>> events() {
    return Stream.of(TimeoutEvent.class, DraftEvent.class).flatMap(Golden::records);
  }

  @ParameterizedTest
  @MethodSource("commands")
  <C> void everyCommandHasItsWireForm(Map.Entry<String, Class<C>> command) {
    Golden.pins("commands", command.getKey(), command.getValue(), DataReader::read);
  }

  @ParameterizedTest
  @MethodSource("events")
  <E> void everyEventHasItsWireForm(Class<E> event) {
    Golden.pins("events", Golden.kind(event), event, TimeoutWireTest::read);
  }

  @Test
  void everyRecordOfTheFamiliesIsACommand() {
    assertThat(commands().map(Map.Entry::getValue))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(TimeoutCommand.class, DraftCommand.class).flatMap(Golden::records).toList());
  }

  @Test
  void everyGoldenFileBelongsToARecord() {
    for (var feature : new String[] {"timeout", "draft"}) {
      assertThat(commands().map(Map.Entry::getKey)).containsAll(Golden.kinds("commands", feature));
      assertThat(events().map(Golden::kind)).containsAll(Golden.kinds("events", feature));
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventKnowsItsKind(Class<?> event) {
    var kind = Golden.kind(event);
    var happened = read(Golden.files("events", kind).getFirst(), event);
    var fact =
        switch (happened) {
          case TimeoutEvent timeout -> timeout.fact();
          case DraftEvent draft -> draft.fact();
          default -> throw new IllegalStateException(kind);
        };
    assertThat(fact.kind()).isEqualTo(kind);
    assertThat(fact.data()).isEqualTo(happened);
  }

  @Test
  void timeOutsNeedTheCoupleAndDraftsThePersonAlone() {
    assertThat(TimeoutDecider.COMMANDS.values())
        .allMatch(shape -> shape.scope() == Decider.Scope.COUPLE);
    assertThat(DraftDecider.COMMANDS.values())
        .allMatch(shape -> shape.scope() == Decider.Scope.SELF);
  }

  private static <E> E read(ObjectNode data, Class<E> event) {
    try {
      return Json.MAPPER.treeToValue(data, event);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
