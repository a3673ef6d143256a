package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A phone without a network, and a browser that ends before it has one again.
@ExtendWith(Setting.Given.class)
class OfflineIT {
  private static final List<String> NEED_NO_NETWORK =
      List.of(
          "/calm",
          "/calm/breathing",
          "/calm/grounding",
          "/calm/walk",
          "/calm/music",
          "/calm/parked",
          "/guides/time-out",
          "/guides/waiting",
          "/help",
          "/space",
          "/");

  private final Setting setting;
  @TempDir private Path profile;

  OfflineIT(Setting setting) {
    this.setting = setting;
  }

  /// From here on the shell, and who is signed in, are on the phone.
  @BeforeEach
  void signInAndEndTheBrowser() {
    setting.couple();
    try (var alex = start()) {
      alex.signIn();
      alex.sees("us.nothing");
      alex.page.waitForFunction("() => navigator.serviceWorker.controller !== null");
    }
  }

  @Test
  void theAppTheCompanionAndTheGuidesOpenWithoutANetwork() {
    try (var alex = start()) {
      alex.line().cut();
      for (var path : NEED_NO_NETWORK) {
        alex.goTo(path);
        assertThat(alex.page.locator("h1")).isVisible();
        assertThat(alex.page.locator("main [role=alert]")).hasCount(0);
      }
      alex.sees("link.offline");
    }
  }

  @Test
  void whatWasSaidOfflineIsDeliveredOnceThoughTheBrowserWasKilled() {
    var alex = start();
    callOffline(alex);
    assertThat(timeouts(SAM)).isEmpty();
    killBrowser();
    try (var again = start()) {
      again.goTo("/");
      assertThat(again.heading("break.title")).isVisible();
      again.page.reload();
      assertThat(again.heading("break.title")).isVisible();
      assertThat(again.text("pending.offlineTitle")).isHidden();
      assertThat(timeouts(SAM)).hasSize(1);
      var positions = setting.api(SAM).get("/api/v1/snapshot").expect(200).body().path("streams");
      assertThat(positions.path("ours").path("seq").asInt()).isEqualTo(1);
    }
  }

  @Test
  void aTimeOutOfSomeTimeAgoIsAskedAboutFirst() {
    var alex = start();
    callOffline(alex);
    killBrowser();
    try (var again = start()) {
      again.page.clock().setSystemTime(Instant.now().plus(Duration.ofMinutes(3)).toEpochMilli());
      again.goTo("/");
      again.sees("pending.askTitle");
      again.page.reload();
      again.sees("pending.askTitle");
      assertThat(timeouts(SAM)).isEmpty();
      again.button("pending.sendNow").click();
      assertThat(again.heading("break.title")).isVisible();
      assertThat(timeouts(SAM)).hasSize(1);
    }
  }

  private static void callOffline(Someone alex) {
    alex.line().cut();
    alex.goTo("/");
    alex.door("nav.space").click();
    alex.sees("space.nextOffline", "name", "Sam");
    alex.button("space.tell", "name", "Sam").click();
    alex.sees("pending.offlineTitle");
    alex.sees("pending.offline", "name", "Sam");
  }

  /// As a phone does that needs the memory: nothing is finished, nothing is said.
  private void killBrowser() {
    var processes =
        ProcessHandle.current()
            .descendants()
            .filter(one -> one.info().commandLine().orElse("").contains(profile.toString()))
            .toList();
    assertThat(processes).isNotEmpty();
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(one -> one.onExit().join());
  }

  private List<JsonNode> timeouts(String account) {
    return setting
        .api(account)
        .get("/api/v1/timeouts")
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .toList();
  }

  private Someone start() {
    return setting.openKept(ALEX, profile);
  }
}
