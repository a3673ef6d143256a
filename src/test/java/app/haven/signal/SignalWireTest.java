package app.haven.signal;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Golden;
import app.haven.kernel.DataReader;
import app.haven.kernel.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignalWireTest {
  @Test
  void theCommandHasItsWireForm() {
    assertThat(SignalDecider.COMMANDS).containsOnlyKeys("signal.send");
    Golden.pins("commands", "signal.send", Signal.Send.class, DataReader::read);
  }

  @Test
  void theEventHasItsWireForm() {
    Golden.pins("events", Golden.kind(Signal.Sent.class), Signal.Sent.class, SignalWireTest::read);
  }

  @ParameterizedTest
  @EnumSource
  void everySignalIsReadAsItIsWritten(Signal signal) {
    ObjectNode written = Json.MAPPER.valueToTree(new Signal.Sent(signal));
    assertThat(DataReader.read(written, Signal.Send.class).signal()).isEqualTo(signal);
  }

  private static Signal.Sent read(ObjectNode data, Class<Signal.Sent> event) {
    try {
      return Json.MAPPER.treeToValue(data, event);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
