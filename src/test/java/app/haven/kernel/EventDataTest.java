package app.haven.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventDataTest {
  private record Said(
      int count, Instant until, @Words String reassurance, @Words(80) @Nullable String feeling) {}

  private static final Instant UNTIL = Instant.parse("2026-11-21T18:30:00Z");

  @Test
  void wordsAreTakenOutAndTheirPlacesKept() {
    var data = EventData.split(new Said(3, UNTIL, "coming back", "flooded"));
    assertThat(data.clear())
        .isEqualTo(
            """
            {"count":3,"until":"2026-11-21T18:30:00.000Z","reassurance":null,"feeling":null}\
            """);
    assertThat(new String(Objects.requireNonNull(data.words()), UTF_8))
        .isEqualTo("{\"reassurance\":\"coming back\",\"feeling\":\"flooded\"}");
  }

  @Test
  void whatWasPartedIsJoinedAsItWas() {
    var data = EventData.split(new Said(3, UNTIL, "ä\n😀\"", null));
    var joined = EventData.join(data.clear(), true, data.words());
    assertThat(joined).isEqualTo(Json.MAPPER.valueToTree(new Said(3, UNTIL, "ä\n😀\"", null)));
    assertThat(joined.has("feeling")).isFalse();
  }

  @Test
  void erasedWordsAreNullAndSaidToBe() {
    var data = EventData.split(new Said(3, UNTIL, "coming back", null));
    assertThat(EventData.join(data.clear(), true, null).toString())
        .isEqualTo(
            """
            {"count":3,"until":"2026-11-21T18:30:00.000Z","reassurance":null,"erased":true}\
            """);
  }

  private record Wordless(int count) {}

  @Test
  void whereNothingWasWrittenNothingIsSealed() {
    var data = EventData.split(new Wordless(1));
    assertThat(data.words()).isNull();
    assertThat(EventData.join(data.clear(), false, null).toString()).isEqualTo("{\"count\":1}");
  }
}
