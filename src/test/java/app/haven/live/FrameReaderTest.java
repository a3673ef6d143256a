package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Position;
import app.haven.kernel.Refusal;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
  private static final UUID ID = UUID.fromString("0197a6b1-7c3e-7b2a-9f00-2a6d8f1b9c11");
  private static final String COMMAND =
      """
      {"type":"command","id":"0197a6b1-7c3e-7b2a-9f00-2a6d8f1b9c11",
       "couple":"0197a6b1-7c3e-7b2a-9f00-2a6d8f1b9c12",
       "kind":"timeout.call","data":{"minutes":30,"topic":"über 😀"}}
      """;

  @Test
  void aHelloNamesItsDeviceAndItsPlaces() {
    var hello =
        FrameReader.read(
            """
            {"type":"hello","device":"phone",
             "after":{"ours":{"epoch":"p7f3","seq":127},"mine":null}}
            """);
    assertThat(hello)
        .isEqualTo(new ClientFrame.Hello("phone", Map.of("ours", new Position("p7f3", 127))));
    assertThat(FrameReader.read("{\"type\":\"hello\",\"device\":\"d\"}"))
        .isEqualTo(new ClientFrame.Hello("d", Map.of()));
  }

  @Test
  void aCommandIsTakenWithItsDataUnread() {
    assertThat(FrameReader.read(COMMAND))
        .isInstanceOfSatisfying(
            ClientFrame.Do.class,
            read -> {
              assertThat(read.command().id()).isEqualTo(ID);
              assertThat(read.command().couple())
                  .isEqualTo(new CoupleId(UUID.fromString("0197a6b1-7c3e-7b2a-9f00-2a6d8f1b9c12")));
              assertThat(read.command().kind()).isEqualTo("timeout.call");
              assertThat(read.command().data().path("topic").asText()).isEqualTo("über 😀");
            });
    assertThat(FrameReader.command(COMMAND).couple()).isNotNull();
    assertThat(FrameReader.command(COMMAND.replaceFirst("\"couple\":\"[^\"]*\",", "")).couple())
        .isNull();
  }

  @Test
  void pingsKeepTheirNumber() {
    assertThat(FrameReader.read("{\"type\":\"ping\",\"n\":9223372036854775807}"))
        .isEqualTo(new ClientFrame.Ping(Long.MAX_VALUE));
    assertThat(FrameReader.read("{\"n\":-1,\"type\":\"pong\"}"))
        .isEqualTo(new ClientFrame.Pong(-1));
  }

  @Test
  void aRefusalCarriesTheIdWhereOneCanBeRead() {
    assertThat(refused(COMMAND.replace("\"kind\"", "\"sort\"")).id()).isEqualTo(ID);
    assertThat(refused(COMMAND.replace("command", "order")).id()).isEqualTo(ID);
    assertThat(refused(COMMAND.replace("0197a6b1-7c3e-7b2a-9f00-2a6d8f1b9c11", "1-2-3-4-5")).id())
        .isNull();
    assertThat(refused(COMMAND + "}").id()).isNull();
  }

  private static ClientFrame.Unreadable refused(String text) {
    return (ClientFrame.Unreadable) FrameReader.read(text);
  }

  @Test
  void sizeIsCountedInBytes() {
    String frame = "{\"type\":\"ping\",\"n\":1}";
    int room = FrameReader.MOST_BYTES - frame.length();
    assertThat(FrameReader.read(frame + " ".repeat(room))).isEqualTo(new ClientFrame.Ping(1));
    assertThat(refused(frame + " ".repeat(room + 1)).refusal().code())
        .isEqualTo(Refusal.Code.TOO_LARGE);
    assertThat(refused("\"" + "ä".repeat(FrameReader.MOST_BYTES / 2) + "\"").refusal().code())
        .isEqualTo(Refusal.Code.TOO_LARGE);
  }

  @Test
  void theOtherDoorTakesCommandsOnly() {
    assertThatThrownBy(() -> FrameReader.command("{\"type\":\"ping\",\"n\":1}"))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.code()).isEqualTo(Refusal.Code.BAD_FRAME));
  }

  /// Bytes of a good frame are changed, doubled and taken away at random.
  @Test
  void nothingAClientSendsThrows() {
    var random = new Random(2026);
    int read = 0;
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      var text = new StringBuilder(COMMAND);
      for (int change = random.nextInt(3); change >= 0; change--) damage(text, random);
      switch (FrameReader.read(text.toString())) {
        case ClientFrame.Unreadable bad -> {
          assertThat(bad.refusal().code()).isEqualTo(Refusal.Code.BAD_FRAME);
          refused++;
        }
        default -> read++;
      }
    }
    assertThat(read).isGreaterThan(100);
    assertThat(refused).isGreaterThan(1_000);
  }

  private static void damage(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    switch (random.nextInt(4)) {
      case 0 -> text.setCharAt(at, (char) random.nextInt(0x100));
      case 1 -> text.insert(at, "{[\"\\,:}]0".charAt(random.nextInt(9)));
      case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
      default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 20)));
    }
  }
}
