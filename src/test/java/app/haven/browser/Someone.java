package app.haven.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One person at one screen, who reads and taps what is there. Keys name the sentences of [Words].
final class Someone implements AutoCloseable {
  private static final double AT_ONCE = 1_000;

  final Page page;
  final Words words;
  private final String account;
  private final BrowserContext context;
  private final Observed observed;
  private byte[] lastSeen = {};

  Someone(String account, Words words, BrowserContext context, String home) {
    this.account = account;
    this.words = words;
    this.context = context;
    this.observed = new Observed(context, home);
    context.addInitScript(Line.REMEMBER_SOCKETS);
    this.page = context.pages().isEmpty() ? context.newPage() : context.pages().getFirst();
  }

  /// Through the real sign-in page, from Haven's first page back to it.
  void signIn() {
    page.navigate("/");
    button("landing.signIn").click();
    page.locator("#username").fill(account);
    page.locator("#password").fill(account);
    page.locator("#kc-login").click();
    page.waitForURL("**/");
  }

  void passFirstVisit() {
    button("welcome.next").click();
    button("welcome.adult").click();
    button("welcome.finish").click();
    sees("solo.line");
  }

  void goTo(String path) {
    page.navigate(path);
  }

  Locator button(String key, String... slots) {
    return named(AriaRole.BUTTON, key, slots);
  }

  Locator link(String key, String... slots) {
    return named(AriaRole.LINK, key, slots);
  }

  Locator heading(String key, String... slots) {
    return named(AriaRole.HEADING, key, slots);
  }

  private Locator named(AriaRole role, String key, String... slots) {
    var name = words.say(key, slots);
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name));
  }

  /// The same, in the page itself and not in the bar beside it.
  Locator door(String key, String... slots) {
    var name = words.within(key, slots);
    return page.locator("main")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
  }

  Locator field(String key, String... slots) {
    return page.getByLabel(words.say(key, slots));
  }

  /// One of a few, such as a length of time.
  void choose(String key, String... slots) {
    field(key, slots).check();
  }

  /// What is shown in the page and not only spoken.
  Locator text(String key, String... slots) {
    return page.locator("main").getByText(words.say(key, slots)).first();
  }

  void sees(String key, String... slots) {
    assertThat(text(key, slots)).isVisible();
  }

  void seesAtOnce(String key, String... slots) {
    assertThat(text(key, slots))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(AT_ONCE));
  }

  void seesWords(String written) {
    assertThat(page.locator("main").getByText(written).first()).isVisible();
  }

  /// The line that a screen reader says.
  void hears(String key, String... slots) {
    assertThat(page.locator("body > #app > [aria-live=polite]")).hasText(words.say(key, slots));
  }

  /// The message that belongs to a field, as a screen reader would find it.
  void isTold(Locator field, String key, String... slots) {
    assertThat(field).hasAccessibleDescription(words.within(key, slots));
    assertThat(field).hasAttribute("aria-invalid", "true");
  }

  String account() {
    return account;
  }

  void takePicture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  /// What they saw last, for a look at a red test.
  void keepPicture(Path file) throws IOException {
    if (!page.isClosed()) lastSeen = page.screenshot();
    Files.write(file, lastSeen);
  }

  Line line() {
    return new Line(context, page);
  }

  BrowserContext context() {
    return context;
  }

  Observed observed() {
    return observed;
  }

  @Override
  public void close() {
    if (!page.isClosed()) lastSeen = page.screenshot();
    context.close();
    observed.assertNothingForeign();
  }
}
