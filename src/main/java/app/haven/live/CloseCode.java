package app.haven.live;

import io.quarkus.websockets.next.CloseReason;

/// Why a socket is closed. What a client does next stands in `docs/asyncapi.yaml`.
enum CloseCode {
  BINARY(1003, "text only"),
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
