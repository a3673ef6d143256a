package app.haven.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// HTTP by hand: a well-behaved client would tidy up what is sent here.
final class Wire {
  private static final int PATIENCE_MS = 10_000;

  private Wire() {}

  /// @param headers `name: value`, lower-case names
  record Reply(int status, List<String> headers, String body) {
    List<String> all(String name) {
      return headers.stream()
          .filter(header -> header.startsWith(name + ": "))
          .map(header -> header.substring(name.length() + 2))
          .toList();
    }

    String code() {
      return body.replaceAll("(?s).*\"code\":\"([^\"]*)\".*", "$1");
    }
  }

  /// @param target as it stands in the request line
  /// @param headers `Name: value`
  static Reply send(URI home, String method, String target, List<String> headers, String body) {
    return send(home, home.getAuthority(), method, target, headers, body);
  }

  /// @param host what the Host header says
  static Reply send(
      URI home, String host, String method, String target, List<String> headers, String body) {
    var lines = new ArrayList<>(List.of(method + " " + target + " HTTP/1.1"));
    lines.add("Host: " + host);
    lines.add("Connection: close");
    lines.addAll(headers);
    var bytes = body.getBytes(UTF_8);
    boolean framed =
        headers.stream().anyMatch(h -> h.matches("(?i)(content-length|transfer-.*):.*"));
    if (!framed && bytes.length > 0) lines.add("Content-Length: " + bytes.length);
    return exchange(home, String.join("\r\n", lines) + "\r\n\r\n", bytes);
  }

  private static Reply exchange(URI home, String head, byte[] body) {
    try (var socket = new Socket(home.getHost(), home.getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      var out = socket.getOutputStream();
      out.write(head.getBytes(ISO_8859_1));
      out.write(body);
      out.flush();
      return read(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A server that refuses a large body closes while it is still being sent; what it said before
  /// still counts.
  private static Reply read(Socket socket) throws IOException {
    var all = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(all);
    } catch (IOException e) {
      if (all.size() == 0) throw e;
    }
    var text = all.toString(UTF_8);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) throw new IOException("no answer but: " + text);
    var lines = text.substring(0, end).lines().toList();
    var headers =
        lines.stream().skip(1).map(line -> line.split(": ", 2)).map(Wire::header).toList();
    return new Reply(
        Integer.parseInt(lines.getFirst().split(" ")[1]), headers, text.substring(end + 4));
  }

  private static String header(String[] parts) {
    return parts[0].toLowerCase(Locale.ROOT) + ": " + (parts.length > 1 ? parts[1] : "");
  }
}
