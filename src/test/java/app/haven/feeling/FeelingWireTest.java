package app.haven.feeling;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Golden;
import app.haven.kernel.DataReader;
import app.haven.kernel.Decider.Scope;
import app.haven.kernel.Json;
import app.haven.kernel.Target;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FeelingWireTest {
  static Stream<Map.Entry<String, Class<?>>> commands() {
    return Stream.of(
            MomentDecider.COMMANDS,
            SharedMomentDecider.COMMANDS,
            FeelingWishDecider.COMMANDS,
            WordDecider.COMMANDS)
        .flatMap(feature -> feature.entrySet().stream())
        .map(command -> Map.entry(command.getKey(), command.getValue().data()));
  }

  static Stream<Class<?>> events() {
    return Golden.records(FeelingEvent.class);
  }

  @ParameterizedTest
  @MethodSource("commands")
  <C> void everyCommandHasItsWireForm(Map.Entry<String, Class<C>> command) {
    Golden.pins("commands", command.getKey(), command.getValue(), DataReader::read);
  }

  @ParameterizedTest
  @MethodSource("events")
  <E> void everyEventHasItsWireForm(Class<E> event) {
    Golden.pins("events", Golden.kind(event), event, FeelingWireTest::read);
  }

  @Test
  void everyRecordOfTheFamilyIsACommandAndEveryFileBelongsToOne() {
    assertThat(commands().map(Map.Entry::getValue))
        .containsExactlyInAnyOrderElementsOf(Golden.records(FeelingCommand.class).toList());
    assertThat(commands().map(Map.Entry::getKey)).containsAll(Golden.kinds("commands", "feeling"));
    assertThat(events().map(Golden::kind)).containsAll(Golden.kinds("events", "feeling"));
  }

  /// Only what is shared, and its answer, stand where the other reads.
  @ParameterizedTest
  @MethodSource("events")
  void anEventKnowsItsKindAndItsStream(Class<?> event) {
    var kind = Golden.kind(event);
    var happened = (FeelingEvent) read(Golden.files("events", kind).getFirst(), event);
    boolean ours = Set.of("feeling.shared", "feeling.answered").contains(kind);
    assertThat(happened.toFact().kind()).isEqualTo(kind);
    assertThat(happened.toFact().target()).isEqualTo(ours ? Target.OURS : Target.MINE);
  }

  @Test
  void onlySharingNeedsTheOther() {
    assertThat(SharedMomentDecider.COMMANDS.values())
        .allMatch(shape -> shape.scope() == Scope.COUPLE);
    assertThat(
            Stream.of(MomentDecider.COMMANDS, FeelingWishDecider.COMMANDS, WordDecider.COMMANDS)
                .flatMap(feature -> feature.values().stream()))
        .allMatch(shape -> shape.scope() == Scope.SELF);
  }

  @ParameterizedTest
  @EnumSource
  void everyLevelIsReadAsItIsWritten(Level level) {
    assertThat(Level.of(level.wire())).isEqualTo(level);
  }

  @ParameterizedTest
  @EnumSource
  void whatBecameOfAnAnswerIsReadAsItIsWritten(SharedMoment.Heard heard) {
    assertThat(SharedMoment.Heard.of(heard.wire())).isEqualTo(heard);
  }

  private static <E> E read(ObjectNode data, Class<E> event) {
    try {
      return Json.MAPPER.treeToValue(data, event);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
