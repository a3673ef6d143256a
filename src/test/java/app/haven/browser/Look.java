package app.haven.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/// What every screen keeps, whatever is on it: readable by all, in both themes, at every size.
final class Look {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /// Everything a finger may aim at; a link inside a sentence is as high as its line.
  private static final String SMALL_TARGETS =
      """
      () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .map(one => one.matches('input[type=radio], input[type=checkbox]') ? one.closest('label') : one)
        .filter(one => one.checkVisibility({ visibilityProperty: true }))
        .filter(one => !(one.matches('a') && getComputedStyle(one).display === 'inline'))
        .filter(one => !one.classList.contains('skip'))
        .filter(one => !document.querySelector('dialog[open]') || one.closest('dialog[open]'))
        .filter(one => {
          const { width, height } = one.getBoundingClientRect();
          return width < 47.5 || height < 47.5;
        })
        .map(one => one.outerHTML.slice(0, 120))
      """;

  private static final String SIDEWAYS =
      """
      wide => [document.scrollingElement, ...document.querySelectorAll('body *')]
        .filter(one => !one.matches('input, textarea'))
        .filter(one => one === document.scrollingElement
          ? one.scrollWidth > wide
          : getComputedStyle(one).overflowX !== 'visible' && !one.classList.contains('hidden')
              && one.scrollWidth > one.clientWidth + 1)
        .map(one => `${one.tagName} ${one.scrollWidth} ${one.outerHTML.slice(0, 120)}`)
      """;

  private final Page page;

  Look(Page page) {
    this.page = page;
  }

  void keepsTheRules() {
    // What is half under the header as it scrolls by is no target then.
    page.evaluate("scrollTo(0, 0)");
    readableIn(ColorScheme.LIGHT);
    largeTargets();
    readableIn(ColorScheme.DARK);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    var size = page.viewportSize();
    fits(320, 640, 1);
    // A browser window of 1280 × 1024, zoomed to 200 %.
    fits(640, 512, 1);
    // A phone whose owner has set all text to twice its size.
    fits(390, 844, 2);
    page.setViewportSize(size.width, size.height);
  }

  private void readableIn(ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    var builder = new AxeBuilder(page).setLegacyMode(true);
    // Between the themes only the colours differ.
    if (scheme == ColorScheme.DARK) builder.withRules(List.of("color-contrast"));
    else builder.withTags(RULES);
    assertThat(builder.analyze().getViolations())
        .as("what axe finds in " + scheme)
        .extracting(one -> one.getId() + " " + one.getNodes())
        .isEmpty();
  }

  private void largeTargets() {
    assertThat((List<?>) page.evaluate(SMALL_TARGETS)).as("targets below 48 px").isEmpty();
  }

  private void fits(int width, int height, int textSize) {
    page.setViewportSize(width, height);
    page.evaluate("size => document.documentElement.style.fontSize = size", textSize + "00%");
    assertThat((List<?>) page.evaluate(SIDEWAYS, width))
        .as("wider than %d px with text at %d00 %%", width, textSize)
        .isEmpty();
    page.evaluate("() => document.documentElement.style.fontSize = ''");
  }
}
