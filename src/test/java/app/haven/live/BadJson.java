package app.haven.live;

import static app.haven.live.BadFrame.command;
import static app.haven.live.BadFrame.row;
import static app.haven.live.BadFrame.sent;

import java.util.List;

/// Frames that are no JSON object as the protocol takes it.
final class BadJson {
  private BadJson() {}

  static List<BadFrame> rows() {
    return List.of(
        row("not JSON", "bad-frame", "hello there"),
        row("blank", "bad-frame", " \n"),
        sent("empty", "bad-frame", socket -> socket.text("")),
        row("an array", "bad-frame", "[{'type':'ping','n':1}]"),
        row("a string", "bad-frame", "'ping'"),
        row("a number", "bad-frame", "17"),
        row("null", "bad-frame", "null"),
        row("two objects", "bad-frame", "{'type':'ping','n':1} {'type':'ping','n':2}"),
        row("cut off", "bad-frame", "{'type':'ping','n':1"),
        row("a comment", "bad-frame", "{'type':'ping',/* */'n':1}"),
        row("a comma too many", "bad-frame", "{'type':'ping','n':1,}"),
        row("a byte order mark", "bad-frame", "\uFEFF{'type':'ping','n':1}"),
        row("not a number", "bad-frame", "{'type':'ping','n':NaN}"),
        row("a name twice", "bad-frame", "{'type':'ping','n':1,'n':2}"),
        row(
            "a name twice in data",
            "bad-frame",
            command("'couple':'$couple','kind':'timeout.call','data':{'minutes':5,'minutes':6}")),
        row("a control character in a string", "bad-frame", "{'type':'pi\u0001ng','n':1}"),
        row("16 levels", "invalid [x] its id", deep(16)),
        row("17 levels", "bad-frame", deep(17)));
  }

  /// The frame, its data, and arrays in a field nobody knows.
  private static String deep(int levels) {
    var arrays = "[".repeat(levels - 2) + "]".repeat(levels - 2);
    return command(
        "'couple':'$couple','kind':'timeout.return','data':{'timeout':'$timeout','x':"
            + arrays
            + "}");
  }
}
