package app.haven.attack;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.attack.Wire.Reply;

/// What every answer tells the browser, whoever asks for whatever.
final class Guarded {
  private Guarded() {}

  static void guarded(Reply reply, String path) {
    assertThat(reply.all("content-security-policy"))
        .as("%s: %s", path, reply)
        .containsExactly(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                + " font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
                + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    assertThat(reply.all("x-content-type-options")).as(path).containsExactly("nosniff");
    assertThat(reply.all("referrer-policy")).as(path).containsExactly("no-referrer");
    if (path.startsWith("/api/")) {
      assertThat(reply.all("cache-control")).as(path).containsExactly("no-store");
    }
    assertThat(reply.all("server")).as(path).isEmpty();
    assertThat(reply.status()).as("%s: %s", path, reply).isLessThan(500);
  }
}
