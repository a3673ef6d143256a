package app.haven.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.browser.Setting.Given;
import app.haven.client.Api;
import com.google.gson.JsonElement;
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
  /// A browser without a screen shows no notifications; what the worker gives it to show is enough.
  private static final String WRITE_DOWN =
      """
      self.shown = [];
      ServiceWorkerRegistration.prototype.showNotification = async (title, { actions = [] }) =>
        self.shown.push(title + '|' + actions.map((action) => action.title));
      """;

  /// A worker that is still taking over lets a push of this kind go by.
  private static final String AT_WORK =
      "() => navigator.serviceWorker.ready.then((worker) => worker.active?.state === 'activated')";

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
      awaitWorker(alex);
      var worker = new Worker(alex.context().browser(), setting.home());
      worker.evaluate(WRITE_DOWN);
      push(alex, "{\"buttons\":\"hear\"}");
      Awaitility.await()
          .pollInSameThread()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              assertThat(worker.evaluate("self.shown.join()"))
                  .isEqualTo("Haven: etwas für dich|Ich höre dich"));
    }
  }

  private static void awaitWorker(Someone someone) {
    Awaitility.await()
        .pollInSameThread()
        .until(() -> Boolean.TRUE.equals(someone.page.evaluate(AT_WORK)));
  }

  /// As the browser does when one comes from its push service.
  private void push(Someone someone, String content) {
    CDPSession session = someone.context().newCDPSession(someone.page);
    var registration = new AtomicReference<String>();
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        told ->
            told.getAsJsonArray("registrations").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(one -> !one.get("isDeleted").getAsBoolean())
                .filter(one -> one.get("scopeURL").getAsString().startsWith(setting.home()))
                .forEach(one -> registration.set(one.get("registrationId").getAsString())));
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
