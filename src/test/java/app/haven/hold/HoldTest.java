package app.haven.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.DataReader;
import app.haven.kernel.Json;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldTest {
  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
  private static final Duration MILLI = Duration.ofMillis(1);

  @Test
  void itsTimeIsAheadAndWithinAYear() {
    refused(Code.TOO_SOON, NOW);
    Hold.mayStandUntil(NOW.plus(MILLI), NOW);
    var last = NOW.plus(Hold.WITHIN);
    Hold.mayStandUntil(last, NOW);
    refused(Code.TOO_LONG, last.plus(MILLI));
  }

  private static void refused(Code code, Instant until) {
    assertThatThrownBy(() -> Hold.mayStandUntil(until, NOW))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void itsEndIsOnItsOwnersOwnStream() {
    var alex = new PersonId(new UUID(1, 1));
    assertThat(Hold.over(alex, new UUID(7, 1), NOW).stream()).isEqualTo(alex.mine());
  }

  /// A hold is placed on oneself: there is no way to say whom else.
  @ParameterizedTest
  @ValueSource(strings = {"person", "on", "for", "partner", "owner"})
  void noFieldNamesAnotherPerson(String field) {
    var data = Json.MAPPER.createObjectNode();
    data.put("hold", new UUID(7, 1).toString()).put("until", NOW.toString());
    data.put(field, new UUID(2, 2).toString());
    for (var shape : HoldDecider.COMMANDS.values()) {
      assertThatThrownBy(() -> DataReader.read(data, shape.data()))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.INVALID));
    }
  }
}
