package app.haven.browser;

import static app.haven.browser.Setting.ALEX;
import static app.haven.browser.Setting.SAM;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.haven.local.Places;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The pictures of the README. `-Dhaven.screenshots=true` writes them to `docs/images`; a plain
/// test run leaves the working copy as it is and puts them under `target/`.
@ExtendWith(Setting.Given.class)
class ScreenshotsIT {
  private final Setting setting;
  private final Path folder =
      Boolean.getBoolean("haven.screenshots")
          ? Places.root().resolve("docs/images")
          : Places.target("images");

  ScreenshotsIT(Setting setting) {
    this.setting = setting;
  }

  @Test
  void theScreensOfTheReadmeAreWhatTheAppShows() {
    setting.couple();
    try (var alex = setting.open(ALEX, Shape.PHONE, Words.english());
        var wide = setting.open(ALEX, Shape.WIDE, Words.english());
        var sam = setting.open(SAM, Shape.PHONE, Words.english())) {
      for (var someone : new Someone[] {alex, wide, sam}) {
        someone.signIn();
        someone.sees("us.nothing");
      }
      shoot(alex, ColorScheme.LIGHT, "home-phone-light");
      shoot(wide, ColorScheme.LIGHT, "home-wide-light");
      alex.door("nav.space").click();
      alex.button("space.tell", "name", "Sam").click();
      assertThat(alex.heading("break.title")).isVisible();
      shoot(alex, ColorScheme.LIGHT, "break-phone-light");
      assertThat(sam.button("waiting.acknowledge")).isVisible();
      shoot(sam, ColorScheme.DARK, "waiting-phone-dark");
    }
  }

  private void shoot(Someone someone, ColorScheme scheme, String name) {
    someone.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    someone.takePicture(folder.resolve(name + ".png"));
  }
}
