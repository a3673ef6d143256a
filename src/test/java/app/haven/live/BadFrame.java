package app.haven.live;

import app.haven.client.RawSocket;
import java.util.Comparator;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// One row of the frame table: what a client sends that it should not, or at the edge of what it
/// may, and exactly how it is answered.
///
/// @param answer such as `bad-frame`, `invalid [minutes] its id`, `closed 1003`, `ok`, `pong`
/// @param text what is sent where it is one text frame, with the placeholders of [#fill]
/// @param raw sends what is no such frame; takes a command id
record BadFrame(String name, String answer, String text, BiConsumer<RawSocket, String> raw) {

  static BadFrame row(String name, String answer, String text) {
    return new BadFrame(name, answer, text, (_, _) -> {});
  }

  static BadFrame sent(String name, String answer, Consumer<RawSocket> raw) {
    return new BadFrame(name, answer, "", (socket, _) -> raw.accept(socket));
  }

  /// A command with an id of its own.
  static String command(String rest) {
    return "{'type':'command','id':'$id'," + rest + "}";
  }

  boolean isText() {
    return !text.isEmpty();
  }

  boolean isCommand() {
    return text.startsWith("{'type':'command'");
  }

  /// Double quotes for single ones, and real values for what starts with a dollar.
  String fill(Map<String, String> values) {
    var filled = text.replace('\'', '"');
    for (var name : values.keySet().stream().sorted(Comparator.reverseOrder()).toList()) {
      filled = filled.replace(name, values.get(name));
    }
    return filled;
  }

  @Override
  public String toString() {
    return name + ": " + answer;
  }
}
