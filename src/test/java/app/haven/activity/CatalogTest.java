package app.haven.activity;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.activity.Catalog.Step;
import app.haven.activity.Catalog.Whose;
import app.haven.kernel.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
  @Test
  void thereAreFifteenAtLeast() {
    assertThat(Which.values()).hasSizeGreaterThanOrEqualTo(15);
  }

  @ParameterizedTest
  @EnumSource
  void eachTakesTenToTwentyMinutesAndBothHaveAsMuchOfIt(Which which) {
    var steps = Catalog.steps(which);
    assertThat(steps.stream().mapToInt(Step::minutes).sum()).isBetween(10, 20);
    assertThat(steps).allMatch(step -> step.minutes() >= 2);
    assertThat(minutes(which, Whose.FIRST)).isEqualTo(minutes(which, Whose.SECOND));
  }

  private static int minutes(Which which, Whose whose) {
    return Catalog.steps(which).stream()
        .filter(step -> step.turn() == whose)
        .mapToInt(Step::minutes)
        .sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void eachIsToldInBothLanguagesStepByStep(String language) throws IOException {
    var texts = texts(language);
    assertThat(texts.propertyStream().map(entry -> entry.getKey()))
        .containsExactlyInAnyOrderElementsOf(Stream.of(Which.values()).map(Which::wire).toList());
    for (var which : Which.values()) {
      var text = texts.path(which.wire());
      assertThat(text.path("title").asText()).isNotBlank();
      assertThat(text.path("what").asText()).endsWith(".");
      assertThat(text.path("steps")).hasSameSizeAs(Catalog.steps(which));
    }
  }

  /// A step of both names nobody; in a step of one, `{one}` is whose turn it is.
  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyStepSaysWhoseItIs(String language) throws IOException {
    var texts = texts(language);
    for (var which : Which.values()) {
      for (int i = 0; i < Catalog.steps(which).size(); i++) {
        var step = texts.path(which.wire()).path("steps").path(i).asText();
        boolean both = Catalog.steps(which).get(i).turn() == Whose.BOTH;
        assertThat(step.contains("{one}")).as("%s %d", which, i + 1).isEqualTo(!both);
      }
    }
  }

  private static JsonNode texts(String language) throws IOException {
    var file = Path.of("src/main/webui/src/activity/catalog", language + ".json").toFile();
    return Json.MAPPER.readTree(file);
  }
}
