package app.haven.live;

import static app.haven.live.BadFrame.sent;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.haven.client.RawSocket;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Frames that are too large, and those that are just not.
final class BadSizes {
  private static final int MOST = 32 * 1024;
  private static final int MOST_MESSAGE = 64 * 1024;

  private BadSizes() {}

  static List<BadFrame> rows() {
    return List.of(
        sent("32 KiB", "pong", socket -> socket.text(padded(MOST))),
        sent("32 KiB + 1", "too-large", socket -> socket.text(padded(MOST + 1))),
        sent(
            "32 KiB + 1 of two-byte letters",
            "too-large",
            socket -> socket.text("{\"type\":\"" + "ä".repeat(MOST / 2) + "\"}")),
        sent("64 KiB", "too-large", socket -> socket.text(padded(MOST_MESSAGE))),
        sent("64 KiB + 1", "closed 1009", socket -> socket.text(padded(MOST_MESSAGE + 1))),
        sent("one MiB", "closed 1009", socket -> socket.text(padded(1 << 20))),
        sent(
            "64 KiB + 1 in fragments",
            "closed 1009",
            socket -> fragments(socket, padded(MOST_MESSAGE + 1), _ -> {})),
        sent(
            "64 KiB + 1 in fragments with pings between",
            "closed 1009",
            socket ->
                fragments(
                    socket,
                    padded(MOST_MESSAGE + 1),
                    s -> s.frame(RawSocket.FIN | RawSocket.PONG, new byte[0]))),
        sent(
            "binary beyond 64 KiB in fragments",
            "closed 1009",
            socket -> {
              socket.frame(RawSocket.BINARY, new byte[MOST_MESSAGE]);
              socket.frame(RawSocket.CONTINUATION, new byte[MOST_MESSAGE]);
            }));
  }

  private static String padded(int bytes) {
    var ping = "{\"type\":\"ping\",\"n\":1}";
    return ping + " ".repeat(bytes - ping.length());
  }

  private static void fragments(RawSocket socket, String text, Consumer<RawSocket> between) {
    byte[] all = text.getBytes(UTF_8);
    int size = all.length / 4;
    for (int i = 0; i < 5; i++) {
      int from = i * size;
      int to = Math.min(all.length, from + size);
      int opcode = i == 0 ? RawSocket.TEXT : RawSocket.CONTINUATION;
      socket.frame((i == 4 ? RawSocket.FIN : 0) | opcode, Arrays.copyOfRange(all, from, to));
      between.accept(socket);
    }
  }
}
