package app.haven.live;

import static app.haven.live.BadFrame.sent;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.haven.client.RawSocket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What breaks the WebSocket protocol itself, or its UTF-8.
final class BadBytes {
  private BadBytes() {}

  static List<BadFrame> rows() {
    int text = RawSocket.FIN | RawSocket.TEXT;
    byte[] ping = "{\"type\":\"ping\",\"n\":1}".getBytes(UTF_8);
    return List.of(
        sent("binary", "closed 1003", s -> s.frame(RawSocket.FIN | RawSocket.BINARY, ping)),
        sent("a lone 0xFF", "closed 1007", s -> s.frame(text, broken(0xff))),
        sent("an overlong slash", "closed 1007", s -> s.frame(text, broken(0xc0, 0xaf))),
        sent("a surrogate in UTF-8", "closed 1007", s -> s.frame(text, broken(0xed, 0xa0, 0x80))),
        sent("beyond U+10FFFF", "closed 1007", s -> s.frame(text, broken(0xf4, 0x90, 0x80, 0x80))),
        sent(
            "half a character",
            "closed 1007",
            s -> s.frame(text, new byte[] {(byte) 0xe2, (byte) 0x82})),
        sent(
            "a broken second fragment",
            "closed 1007",
            s -> {
              s.frame(RawSocket.TEXT, "{\"type\":\"".getBytes(UTF_8));
              s.frame(RawSocket.FIN | RawSocket.CONTINUATION, broken(0xff));
            }),
        new BadFrame(
            "a character split between fragments", "unknown-kind its id", "", BadBytes::split),
        sent("unmasked", "closed 1002", s -> s.unmasked(text, ping)),
        sent("a reserved bit", "closed 1002", s -> s.frame(text | 0x40, ping)),
        sent("a reserved opcode", "closed 1002", s -> s.frame(RawSocket.FIN | 3, ping)),
        sent("a continuation of nothing", "closed 1002", s -> s.frame(RawSocket.FIN, ping)),
        sent(
            "a message within a message",
            "closed 1002",
            s -> {
              s.frame(RawSocket.TEXT, ping);
              s.frame(text, ping);
            }),
        sent("half a control frame", "closed 1002", s -> s.frame(RawSocket.PING, ping)),
        sent(
            "a large control frame",
            "closed 1002",
            s -> s.frame(RawSocket.FIN | RawSocket.PING, new byte[126])),
        sent(
            "half a close code",
            "closed 1002",
            s -> s.frame(RawSocket.FIN | RawSocket.CLOSE, new byte[1])),
        sent(
            "a ping below the protocol",
            "control pong",
            s -> s.frame(RawSocket.FIN | RawSocket.PING, ping)),
        sent(
            "a pong nobody asked for",
            "pong",
            s -> {
              s.frame(RawSocket.FIN | RawSocket.PONG, ping);
              s.frame(text, ping);
            }),
        sent("HTTP again", "closed 1002", s -> s.bytes("GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8))));
  }

  private static byte[] broken(int... bytes) {
    var frame = ByteBuffer.allocate(64).put("{\"type\":\"ping\",\"n\":1,\"x\":\"".getBytes(UTF_8));
    IntStream.of(bytes).forEach(b -> frame.put((byte) b));
    frame.put("\"}".getBytes(UTF_8));
    return Arrays.copyOf(frame.array(), frame.position());
  }

  /// Each byte a fragment of its own, with pongs between.
  private static void split(RawSocket socket, String id) {
    byte[] all =
        "{\"type\":\"command\",\"id\":\"%s\",\"kind\":\"ä€😀\",\"data\":{}}"
            .formatted(id)
            .getBytes(UTF_8);
    for (int i = 0; i < all.length; i++) {
      int fin = i == all.length - 1 ? RawSocket.FIN : 0;
      socket.frame(fin | (i == 0 ? RawSocket.TEXT : RawSocket.CONTINUATION), new byte[] {all[i]});
      if (i % 10 == 0) socket.frame(RawSocket.FIN | RawSocket.PONG, new byte[] {(byte) 0xff});
    }
  }
}
