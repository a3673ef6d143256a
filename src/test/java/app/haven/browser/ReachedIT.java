package app.haven.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.browser.Setting.Given;
import app.haven.client.Api;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Being reached, in a real browser: what its service worker says when a push comes, and that a
/// browser which signs out is reached no more.
@ExtendWith(Given.class)
class ReachedIT {
  private static final String SHOWN =
      """
      () => navigator.serviceWorker.ready
        .then((worker) => worker.getNotifications())
        .then((all) => all.map((one) => one.title + '|' + (one.actions ?? []).map((a) => a.title)))
      """;

  private static final String SUBSCRIBE =
      """
      (id) => fetch('/api/v1/push/devices/' + id, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          endpoint: 'https://fcm.googleapis.com/fcm/send/' + id,
          expirationTime: null,
          keys: {
            p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
            auth: 'BTBZMqHH6r4Tts7J_aSIgg',
          },
        }),
      }).then((answer) => answer.status)
      """;

  private final Setting setting;

  ReachedIT(Setting setting) {
    this.setting = setting;
  }

  @BeforeEach
  void bothAreNew() {
    setting.welcomeBoth();
  }

  @Test
  void aPushIsOneSentenceInTheLanguageOfTheDevice() {
    setting.api(Setting.ALEX).patch("/api/v1/me", Api.data().put("locale", "de")).expect(200);
    try (var alex = setting.open(Setting.ALEX, Shape.PHONE, Words.german())) {
      alex.context().grantPermissions(List.of("notifications"));
      alex.signIn();
      alex.sees("solo.line");
      push(alex, "{\"buttons\":\"hear\"}");
      Awaitility.await()
          .pollInSameThread()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              assertThat(alex.page.evaluate(SHOWN))
                  .isEqualTo(List.of("Haven: etwas für dich|Ich höre dich")));
    }
  }

  /// As the browser does when one comes from its push service.
  private void push(Someone someone, String content) {
    someone.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
    CDPSession session = someone.context().newCDPSession(someone.page);
    var registration = new AtomicReference<String>();
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        told ->
            told.getAsJsonArray("registrations")
                .forEach(one ->
                    registration.set(one.getAsJsonObject().get("registrationId").getAsString())));
    session.send("ServiceWorker.enable");
    Awaitility.await()
        .pollInSameThread()
        .until(() -> {
          someone.page.evaluate("() => 1");
          return registration.get() != null;
        });
    var message = new JsonObject();
    message.addProperty("origin", setting.home());
    message.addProperty("registrationId", registration.get());
    message.addProperty("data", content);
    session.send("ServiceWorker.deliverPushMessage", message);
  }

  @Test
  void whoeverSignsOutIsReachedThereNoMore() {
    try (var alex = setting.open(Setting.ALEX, Shape.PHONE, Words.english())) {
      alex.signIn();
      alex.sees("solo.line");
      var id = "0197a6b2-0000-7000-8000-000000000001";
      assertThat(alex.page.evaluate(SUBSCRIBE, id)).isEqualTo(204);
      var person = setting.api(Setting.ALEX);
      assertThat(person.get("/api/v1/push/devices").body()).hasSize(1);
      alex.goTo("/settings");
      assertThat(alex.text("notices.others")).isVisible();
      alex.button("settings.signOut").click();
      alex.page.locator("dialog[open] .primary").click();
      assertThat(alex.heading("landing.title")).isVisible();
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(person.get("/api/v1/push/devices").body()).isEmpty());
    }
  }
}
