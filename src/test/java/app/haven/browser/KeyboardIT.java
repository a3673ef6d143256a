package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The time-out for somebody who sees no pointer, or no screen.
@ExtendWith(Setting.Given.class)
class KeyboardIT {
  private static final int MANY = 40;

  private final Setting setting;

  KeyboardIT(Setting setting) {
    this.setting = setting;
  }

  @Test
  void fromHomeToSentAndBackByKeyboardAloneAndSpoken() {
    setting.couple();
    try (var alex = setting.open(ALEX, Shape.WIDE, Words.english());
        var sam = setting.open(SAM, Shape.PHONE, Words.english())) {
      alex.signIn();
      sam.signIn();
      sam.sees("us.nothing");
      skipToThePage(alex);
      call(alex);
      sam.hears("waiting.plans", "name", "Alex");
      giveASign(alex);
      sam.hears("spoken.checkedIn", "name", "Alex");
      sam.button("waiting.acknowledge").click();
      alex.hears("break.heard", "name", "Sam");
      comeBack(alex);
      sam.hears("back.title");
    }
  }

  private static void skipToThePage(Someone alex) {
    alex.page.keyboard().press("Tab");
    assertThat(alex.link("nav.skip")).isFocused();
    alex.page.keyboard().press("Enter");
    assertThat(alex.heading("us.morning").or(alex.heading("us.day")).or(alex.heading("us.evening")))
        .isFocused();
  }

  private static void call(Someone alex) {
    tabTo(alex, alex.door("nav.space"));
    alex.page.keyboard().press("Enter");
    // Where a new page begins is where a screen reader goes on reading.
    assertThat(alex.heading("space.title")).isFocused();
    tabTo(alex, alex.page.getByLabel(alex.words.say("space.minutes", "n", "30")));
    alex.page.keyboard().press("ArrowRight");
    assertThat(alex.page.getByLabel(alex.words.say("space.minutes", "n", "60"))).isChecked();
    tabTo(alex, alex.button("space.tell", "name", "Sam"));
    alex.page.keyboard().press("Enter");
    assertThat(alex.heading("break.title")).isFocused();
  }

  private static void giveASign(Someone alex) {
    tabTo(alex, alex.button("break.stillComing"));
    alex.page.keyboard().press("Enter");
    assertThat(alex.heading("checkIn.title")).isVisible();
    alex.page.keyboard().press("Escape");
    assertThat(alex.heading("checkIn.title")).isHidden();
    assertThat(alex.button("break.stillComing")).isFocused();
    alex.page.keyboard().press("Enter");
    awayAndBackAtOnce(alex, "dialog => dialog.requestClose()");
    awayAndBackAtOnce(alex, "dialog => [...dialog.querySelectorAll('button')].at(-1).click()");
    tabTo(alex, alex.field("checkIn.words", "name", "Sam"));
    alex.page.keyboard().type("Still here.");
    tabTo(alex, alex.button("checkIn.send", "name", "Sam"));
    alex.page.keyboard().press("Enter");
    alex.sees("break.checkedIn");
  }

  /// Faster than the browser tells of the closing: a sheet that is opened again stays open.
  private static void awayAndBackAtOnce(Someone alex, String away) {
    alex.button("break.stillComing")
        .evaluate(
            """
            async opener => {
              (%s)(document.querySelector('dialog[open]'));
              for (let turn = 0; turn < 5; turn++) await Promise.resolve();
              opener.click();
              await new Promise(done => setTimeout(done));
              await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            }
            """
                .formatted(away));
    assertThat(alex.field("checkIn.words", "name", "Sam")).isVisible();
  }

  private static void comeBack(Someone alex) {
    tabTo(alex, alex.button("break.backNow"));
    alex.page.keyboard().press("Enter");
    tabTo(alex, alex.button("return.send"));
    alex.page.keyboard().press("Enter");
    assertThat(alex.heading("back.title")).isFocused();
  }

  private static void tabTo(Someone someone, Locator wanted) {
    assertThat(wanted).isVisible();
    for (int steps = 0; steps < MANY; steps++) {
      if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
        assertSeen(wanted);
        return;
      }
      someone.page.keyboard().press("Tab");
    }
    throw new AssertionError("the Tab key does not lead to " + wanted);
  }

  /// Whoever uses the keyboard sees where they are.
  private static void assertSeen(Locator focused) {
    var ring =
        (boolean)
            focused.evaluate(
                """
                element => [element, element.nextElementSibling].some(one =>
                  one && getComputedStyle(one).outlineStyle !== 'none'
                    && parseFloat(getComputedStyle(one).outlineWidth) >= 3)
                """);
    if (!ring && !focused.evaluate("element => element.tagName").equals("H1"))
      throw new AssertionError("no focus ring on " + focused);
  }
}
