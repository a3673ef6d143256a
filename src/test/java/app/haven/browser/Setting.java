package app.haven.browser;

import app.haven.client.Api;
import app.haven.client.KeycloakHome;
import app.haven.client.Pair;
import app.haven.local.Browser;
import app.haven.local.Database;
import app.haven.local.LocalServers;
import app.haven.local.Node;
import app.haven.local.Places;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One node, one Keycloak and one browser process, shared by all tests of this package; made when
/// the first test asks for it, closed after the last.
final class Setting implements AutoCloseable {
  static final String ALEX = "alex";
  static final String SAM = "sam";
  // A machine with two busy cores, not a slow app: what must be quick says so where it is asserted.
  // After a server was away, a device may wait up to 30 s before it tries again (protocol.md, rule
  // 5).
  private static final int PATIENCE = 45_000;

  private final Database database = LocalServers.postgres().freshDatabase();
  private final KeycloakHome place = new KeycloakHome("browser", database);
  private final Playwright playwright =
      Playwright.create(new Playwright.CreateOptions().setEnv(Browser.environment()));
  private final com.microsoft.playwright.Browser browser =
      playwright.chromium().launch(Browser.launchOptions());

  private final List<Someone> open = new ArrayList<>();

  private Setting() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
  }

  Node node() {
    return place.node();
  }

  String home() {
    return place.node().uri().toString();
  }

  Database database() {
    return database;
  }

  Playwright playwright() {
    return playwright;
  }

  /// A browser of its own for this account, not signed in yet.
  Someone open(String account, Shape shape, Words words) {
    var context = browser.newContext(shape.options(words).setBaseURL(home()));
    context.setDefaultTimeout(PATIENCE);
    var someone = new Someone(account, words, context, home());
    open.add(someone);
    return someone;
  }

  /// A browser process of its own on a phone, with all that it kept in `profile` the last time.
  Someone openKept(String account, Path profile) {
    var words = Words.english();
    var options = Shape.PHONE.keeping(words, Browser.launchOptions()).setBaseURL(home());
    var context = playwright.chromium().launchPersistentContext(profile, options);
    context.setDefaultTimeout(PATIENCE);
    var someone = new Someone(account, words, context, home());
    open.add(someone);
    return someone;
  }

  /// What everybody saw when a test went red, for a look at it.
  private void keepPictures(String test) throws IOException {
    for (var someone : open)
      someone.keepPicture(
          Places.target("browser").resolve(test + "-" + someone.account() + ".png"));
  }

  /// The same account as a program sees it.
  Api api(String account) {
    return new Api(place.node().uri(), LocalServers.keycloak().accessToken(account));
  }

  /// Alex and Sam as if they had never been here.
  void forgetBoth() {
    for (var account : List.of(ALEX, SAM)) api(account).delete("/api/v1/me").expect(204);
  }

  /// Alex and Sam as new people who have read the first pages.
  void welcomeBoth() {
    forgetBoth();
    for (var account : List.of(ALEX, SAM))
      api(account).patch("/api/v1/me", Api.data().put("welcomed", true)).expect(200);
  }

  /// Alex and Sam as a new couple.
  Pair couple() {
    welcomeBoth();
    return Pair.make(api(ALEX), api(SAM));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    place.close();
  }

  /// Gives the one setting to a test's constructor.
  static final class Given implements ParameterResolver, AfterTestExecutionCallback {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Setting.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return setting(context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
      var setting = setting(context);
      if (context.getExecutionException().isPresent())
        setting.keepPictures(context.getRequiredTestMethod().getName());
      setting.open.clear();
    }

    private static Setting setting(ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(Setting.class))
          .computeIfAbsent(Setting.class, _ -> new Setting(), Setting.class);
    }
  }
}
