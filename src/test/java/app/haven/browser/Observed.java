package app.haven.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.local.LocalServers;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// What one browser asked for and complained about.
final class Observed {
  private final List<String> foreign = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final String home;
  private final String signIn = origin(LocalServers.keycloak().issuer());

  Observed(BrowserContext context, String home) {
    this.home = home;
    context.onRequest(request -> look(request.url()));
    context.onConsoleMessage(message -> {
      if (message.type().equals("error") && !asksWhoIsThere(message) && !lineIsCut(message))
        complaints.add(message.text() + " " + message.location());
    });
    context.onWebError(error -> complaints.add(error.error()));
    context.onPage(page -> page.onWebSocket(socket -> look(socket.url())));
  }

  /// The browser notes every 401, also the one that means: nobody is signed in.
  private boolean asksWhoIsThere(ConsoleMessage message) {
    return message.text().contains("401") && message.location().startsWith(home + "/api/v1/me");
  }

  /// A try to come back while [Line#cut] lasts; whether there is one is a matter of moments.
  private static boolean lineIsCut(ConsoleMessage message) {
    return message.text().contains("net::ERR_INTERNET_DISCONNECTED");
  }

  private void look(String url) {
    if (url.startsWith("data:") || url.startsWith("blob:")) return;
    var origin = origin(url.replaceFirst("^ws", "http"));
    if (!origin.equals(home) && !origin.equals(signIn)) foreign.add(url);
  }

  private static String origin(String url) {
    var uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  void assertNothingForeign() {
    assertThat(foreign).as("requests to others").isEmpty();
  }

  void assertNoComplaint() {
    assertThat(complaints).as("errors in the console").isEmpty();
  }
}
