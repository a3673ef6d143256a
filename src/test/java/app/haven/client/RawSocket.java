package app.haven.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// The live door by hand, for what no WebSocket client would send: broken frames, half a character,
/// and a reader that does not read. Nothing is read before it is asked for.
public final class RawSocket implements AutoCloseable {
  public static final int FIN = 0x80;
  public static final int CONTINUATION = 0;
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;
  private static final int PATIENCE_MILLIS = 20_000;

  /// What the server sent, control frames included.
  public record Frame(int opcode, byte[] payload) {
    public JsonNode json() {
      try {
        return Api.JSON.readTree(payload);
      } catch (JsonProcessingException e) {
        throw new AssertionError("the server sent what is not JSON", e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public int closeCode() {
      return ByteBuffer.wrap(payload).getShort();
    }
  }

  private final Socket socket;
  private final DataInputStream in;
  private final String answer;

  private RawSocket(Api api, int receiveBuffer, List<String> headers) throws IOException {
    socket = new Socket();
    if (receiveBuffer > 0) socket.setReceiveBufferSize(receiveBuffer);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(api.home.getHost(), api.home.getPort()));
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 512));
    bytes(request(api, headers).getBytes(ISO_8859_1));
    answer = head();
  }

  public static RawSocket open(Api api) {
    return open(api, 0, List.of("Sec-WebSocket-Protocol: haven.v1"));
  }

  /// @param receiveBuffer bytes the system takes in without a reader; 0 for its usual
  /// @param headers whole lines, besides those of every upgrade
  public static RawSocket open(Api api, int receiveBuffer, List<String> headers) {
    try {
      return new RawSocket(api, receiveBuffer, headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String request(Api api, List<String> headers) {
    var request =
        new StringBuilder("GET /api/v1/live HTTP/1.1\r\nHost: ")
            .append(api.home.getAuthority())
            .append(
                "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n")
            .append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    if (api.token != null)
      request.append("Authorization: Bearer ").append(api.token).append("\r\n");
    headers.forEach(header -> request.append(header).append("\r\n"));
    return request.append("\r\n").toString();
  }

  private String head() throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) head.append((char) in.readUnsignedByte());
    return head.toString();
  }

  /// The status of the answer to the upgrade: 101 where the door opened.
  public int status() {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }

  /// The value of a header of that answer.
  public Optional<String> header(String name) {
    return answer
        .lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  public void text(String text) {
    frame(FIN | TEXT, text.getBytes(UTF_8));
  }

  /// @param first the first byte of the frame: FIN, reserved bits and opcode
  public void frame(int first, byte[] payload) {
    var mask = new byte[4];
    ThreadLocalRandom.current().nextBytes(mask);
    var masked = payload.clone();
    for (int i = 0; i < masked.length; i++) masked[i] ^= mask[i % 4];
    bytes(header(first, 0x80, payload.length, 4).put(mask).put(masked).array());
  }

  /// As only a server may send it.
  public void unmasked(int first, byte[] payload) {
    bytes(header(first, 0, payload.length, 0).put(payload).array());
  }

  /// With room for the mask and the payload after it.
  private static ByteBuffer header(int first, int maskBit, int length, int maskLength) {
    int extra = length < 126 ? 0 : length < 65_536 ? 2 : 8;
    var frame = ByteBuffer.allocate(2 + extra + maskLength + length);
    frame.put((byte) first);
    switch (extra) {
      case 0 -> frame.put((byte) (maskBit | length));
      case 2 -> frame.put((byte) (maskBit | 126)).putShort((short) length);
      default -> frame.put((byte) (maskBit | 127)).putLong(length);
    }
    return frame;
  }

  /// Anything at all. A server that has closed already may not take it.
  public void bytes(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (SocketException e) {
      // What the server said before it closed can still be read.
      if (socket.isClosed()) throw new UncheckedIOException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The next frame; empty where the line ended.
  public Optional<Frame> next() {
    try {
      int opcode = in.readUnsignedByte() & 0x0f;
      int length = in.readUnsignedByte();
      if (length == 126) length = in.readUnsignedShort();
      else if (length == 127) length = Math.toIntExact(in.readLong());
      var payload = new byte[length];
      in.readFully(payload);
      return Optional.of(new Frame(opcode, payload));
    } catch (EOFException | SocketException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The next text frame, as JSON.
  public JsonNode json() {
    var frame = next().orElseThrow(() -> new AssertionError("the line ended"));
    if (frame.opcode() != TEXT) throw new AssertionError("opcode " + frame.opcode());
    return frame.json();
  }

  /// Says no more; what the server still says can be read.
  public void endOutput() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
