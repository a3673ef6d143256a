package app.haven.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {
  private final Origins origins = new Origins(URI.create("https://Haven.example:443/start"));

  @Test
  void ourOwnPageMayActWithItsCookie() {
    assertThat(origins.allowed("https://haven.example", true)).isTrue();
    assertThat(
            new Origins(URI.create("http://localhost:8080")).allowed("http://localhost:8080", true))
        .isTrue();
  }

  @Test
  void noOtherOriginMayEvenWithAToken() {
    for (var foreign :
        List.of(
            "https://evil.example",
            "http://haven.example",
            "https://haven.example:8443",
            "https://haven.example.evil.example",
            "https://a.haven.example",
            "null",
            "")) {
      assertThat(origins.allowed(foreign, true)).as(foreign).isFalse();
      assertThat(origins.allowed(foreign, false)).as(foreign).isFalse();
    }
  }

  @Test
  void aProgramNeedsNoOriginAndACookieDoes() {
    assertThat(origins.allowed(null, false)).isTrue();
    assertThat(origins.allowed(null, true)).isFalse();
  }
}
