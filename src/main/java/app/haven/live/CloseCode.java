package app.haven.live;

import io.quarkus.websockets.next.CloseReason;

/// Why a socket is closed. What a client does next stands in `docs/asyncapi.yaml`.
enum CloseCode {
  /// Nobody who speaks the protocol sees this one: the frame itself was broken.
  NOT_WEBSOCKET(1002, "not WebSocket"),
  BINARY(1003, "text only"),
  NOT_UTF8(1007, "not UTF-8"),
  TOO_LARGE(1009, "too large"),
  GOING_DOWN(1012, "going down"),
  SLOW(4400, "too slow"),
  SILENT(4408, "silent"),
  REPLACED(4409, "replaced by a newer one"),
  TOO_MANY(4429, "too many refusals"),
  PROTOCOL(4500, "protocol"),
  VERSION(4501, "version"),
  SIGNED_OUT(4503, "signed out"),
  ERASED(4504, "erased");

  final int code;
  private final String text;

  CloseCode(int code, String text) {
    this.code = code;
    this.text = text;
  }

  CloseReason reason() {
    return new CloseReason(code, text);
  }
}
