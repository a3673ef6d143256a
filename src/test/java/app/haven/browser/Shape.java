package app.haven.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.options.ReducedMotion;

/// What somebody holds in their hands.
enum Shape {
  PHONE(390, 844, true),
  WIDE(1280, 800, false);

  final int width;
  final int height;
  private final boolean touch;

  Shape(int width, int height, boolean touch) {
    this.width = width;
    this.height = height;
    this.touch = touch;
  }

  /// Without motion, so that nothing is measured half faded in.
  NewContextOptions options(Words words) {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setIsMobile(touch)
        .setHasTouch(touch)
        .setDeviceScaleFactor(2)
        .setLocale(words.locale())
        .setTimezoneId("Europe/Berlin")
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  /// The same in a process of its own.
  LaunchPersistentContextOptions keeping(Words words, LaunchOptions process) {
    return new LaunchPersistentContextOptions()
        .setExecutablePath(process.executablePath)
        .setArgs(process.args)
        .setEnv(process.env)
        .setHeadless(true)
        .setViewportSize(width, height)
        .setIsMobile(touch)
        .setHasTouch(touch)
        .setLocale(words.locale())
        .setTimezoneId("Europe/Berlin")
        .setReducedMotion(ReducedMotion.REDUCE);
  }
}
