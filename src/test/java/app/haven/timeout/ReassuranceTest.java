package app.haven.timeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReassuranceTest {
  @Test
  void theUsualSentenceIsInTheCallersLanguage() {
    assertThat(Reassurance.usual(Locale.GERMAN))
        .isEqualTo("Ich brauche eine kurze Pause. Es liegt nicht an dir. Ich komme zurück.");
    assertThat(Reassurance.usual(Locale.ENGLISH))
        .isEqualTo("I need a short break. It isn't about you. I'm coming back.");
  }

  @Test
  void aLanguageHavenDoesNotSpeakGetsEnglishWhateverTheServersOwn() {
    assertThat(Reassurance.usual(Locale.FRENCH)).isEqualTo(Reassurance.usual(Locale.ENGLISH));
  }
}
