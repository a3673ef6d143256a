package app.haven.bid;

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

class BidWireTest {
  static Stream<Map.Entry<String, Class<?>>> commands() {
    return Stream.of(BidDecider.COMMANDS, MuteDecider.COMMANDS, NoteDecider.COMMANDS)
        .flatMap(feature -> feature.entrySet().stream())
        .map(command -> Map.entry(command.getKey(), command.getValue().data()));
  }

  static Stream<Class<?>> events() {
    return Stream.of(BidEvent.class, MuteEvent.class, NoteEvent.class).flatMap(Golden::records);
  }

  @ParameterizedTest
  @MethodSource("commands")
  <C> void everyCommandHasItsWireForm(Map.Entry<String, Class<C>> command) {
    Golden.pins("commands", command.getKey(), command.getValue(), DataReader::read);
  }

  @ParameterizedTest
  @MethodSource("events")
  <E> void everyEventHasItsWireForm(Class<E> event) {
    Golden.pins("events", Golden.kind(event), event, BidWireTest::read);
  }

  @Test
  void everyRecordOfTheFamiliesIsACommand() {
    assertThat(commands().map(Map.Entry::getValue))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(BidCommand.class, MuteCommand.class, NoteCommand.class)
                .flatMap(Golden::records)
                .toList());
  }

  @Test
  void everyGoldenFileBelongsToARecord() {
    for (var feature : new String[] {"bid", "mute", "note"}) {
      assertThat(commands().map(Map.Entry::getKey)).containsAll(Golden.kinds("commands", feature));
      assertThat(events().map(Golden::kind)).containsAll(Golden.kinds("events", feature));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyKindIsReadAsItIsWritten(BidKind kind) {
    var written = Json.MAPPER.createObjectNode().put("kind", kind.wire()).put("muted", true);
    assertThat(DataReader.read(written, MuteCommand.Set.class).kind()).isEqualTo(kind);
    assertThat(BidKind.of(kind.wire())).isEqualTo(kind);
  }

  private static <E> E read(ObjectNode data, Class<E> event) {
    try {
      return Json.MAPPER.treeToValue(data, event);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
