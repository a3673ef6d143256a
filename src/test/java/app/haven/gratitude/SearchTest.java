package app.haven.gratitude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  @ParameterizedTest
  @CsvSource({
    "tea, You made TEA before I asked., true",
    "TEA ask, You made tea before I asked., true",
    "tea coffee, You made tea before I asked., false",
    "STRASSE, Der Weg an der Straße., true",
    "straße, AN DER STRASSE, true",
    "schön, Es war so schön., true",
    "ｔｅａ, tea, true",
  })
  void everyWordMustStandSomewhere(String typed, String text, boolean found) {
    assertThat(SearchWords.of(typed).in(text)).isEqualTo(found);
  }

  @Test
  void theWordsMayStandInSeveralPlaces() {
    assertThat(SearchWords.of(" tea\ncared ").in("Tea.", null, "I felt cared for.")).isTrue();
    assertThat(SearchWords.of("teai").in("Tea", "I")).isFalse();
    assertThat(SearchWords.of("tea").in(null, null)).isFalse();
  }

  @Test
  void aPlaceIsReadAsItIsWritten() {
    var place = new SearchPlace(17, Long.MAX_VALUE);
    assertThat(SearchPlace.of(place.text())).isEqualTo(place);
    assertThat(SearchPlace.of(null)).isEqualTo(SearchPlace.NEWEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "MTc", "MTcvMTcvMTc", "OTk5OTk5OTk5OTk5OTk5OTk5OS8x", "%%"})
  void anythingElseIsNoPlace(String text) {
    assertThatThrownBy(() -> SearchPlace.of(text))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Refusal.Code.INVALID));
  }
}
