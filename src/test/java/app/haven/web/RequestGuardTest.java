package app.haven.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestGuardTest {
  @Test
  void theAddressesOfHavenArePlain() {
    assertThat(
            List.of(
                "/",
                "/api/v1/me",
                "/api/v1/invites/0197a6b1-7c3e-7b2a-9f00-2a6d8f1b9c11/confirm",
                "/assets/index-D_x7~a.js",
                "/@vite/client",
                "/q/health/ready"))
        .allMatch(RequestGuard::plain);
  }

  @Test
  void noPathPassesForAnother() {
    assertThat(
            List.of(
                "/api/v1/me;x",
                "/api;a=b/v1/me",
                "/api/v1%2Fme",
                "/api/v1%2fme",
                "/api/v1%3Bx/me",
                "/api/v1%5Cme",
                "/api/v1\\me",
                "/api//v1/me",
                "//api/v1/me",
                "/api/v1/../v1/me",
                "/./api/v1/me",
                "/api/v1/me/.",
                "/api/%2e%2e/me",
                "/api/.%2E/me",
                "/api/%252e%252e/me",
                "/api/v1/me%00",
                "/api/v1/mé",
                "*",
                ""))
        .noneMatch(RequestGuard::plain);
    assertThat(RequestGuard.plain(null)).isFalse();
  }
}
