package app.haven.gratitude;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Golden;
import app.haven.kernel.DataReader;
import app.haven.kernel.Decider.Scope;
import app.haven.kernel.Json;
import app.haven.kernel.Target;
import app.haven.kernel.WordsErased;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GratitudeWireTest {
  static Stream<Map.Entry<String, Class<? extends GratitudeCommand>>> commands() {
    return GratitudeDecider.COMMANDS.entrySet().stream()
        .map(command -> Map.entry(command.getKey(), command.getValue().data()));
  }

  static Stream<Class<?>> events() {
    return Golden.records(GratitudeEvent.class);
  }

  @ParameterizedTest
  @MethodSource("commands")
  <C> void everyCommandHasItsWireForm(Map.Entry<String, Class<C>> command) {
    Golden.pins("commands", command.getKey(), command.getValue(), DataReader::read);
  }

  @ParameterizedTest
  @MethodSource("events")
  <E> void everyEventHasItsWireForm(Class<E> event) {
    Golden.pins("events", Golden.kind(event), event, GratitudeWireTest::read);
  }

  @Test
  void takingWordsBackHasItsWireForm() {
    Golden.pins("events", WordsErased.KIND, WordsErased.class, GratitudeWireTest::read);
  }

  @Test
  void everyRecordOfTheFamilyIsACommandAndEveryFileBelongsToOne() {
    assertThat(commands().map(Map.Entry::getValue))
        .containsExactlyInAnyOrderElementsOf(
            Golden.records(GratitudeCommand.class)
                .<Class<? extends GratitudeCommand>>map(
                    record -> record.asSubclass(GratitudeCommand.class))
                .toList());
    assertThat(commands().map(Map.Entry::getKey))
        .containsAll(Golden.kinds("commands", "gratitude"));
    assertThat(events().map(Golden::kind)).containsAll(Golden.kinds("events", "gratitude"));
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventKnowsItsKind(Class<?> event) {
    var kind = Golden.kind(event);
    var happened = (GratitudeEvent) read(Golden.files("events", kind).getFirst(), event);
    assertThat(happened.fact(Target.OURS).kind()).isEqualTo(kind);
    assertThat(happened.fact(Target.MINE).target()).isEqualTo(Target.MINE);
  }

  @Test
  void thanksNeedTheOtherAndTheRestIsForEitherList() {
    GratitudeDecider.COMMANDS.forEach((kind, shape) ->
        assertThat(shape.scope())
            .as(kind)
            .isEqualTo(kind.equals("gratitude.thank") ? Scope.COUPLE : Scope.EITHER));
  }

  private static <E> E read(ObjectNode data, Class<E> event) {
    try {
      return Json.MAPPER.treeToValue(data, event);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
