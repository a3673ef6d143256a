package app.haven.feeling;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.Json;
import app.haven.local.Places;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The ids of the server are those of the web app's list and body, each once.
class FeelingListTest {
  private static JsonNode read(String name) throws IOException {
    var file = Places.root().resolve("src/main/webui/src/feeling").resolve(name);
    return Json.MAPPER.readTree(file.toFile());
  }

  @Test
  void everyFeelingStandsOnceInTheThreeLevels() throws IOException {
    var shown = new ArrayList<String>();
    int fine = 0;
    for (var top : read("list.json")) {
      shown.add(top.path("id").asText());
      for (var basic : top.path("basic")) {
        shown.add(basic.path("id").asText());
        for (var one : basic.path("fine")) {
          shown.add(one.asText());
          fine++;
        }
      }
    }
    assertThat(shown).containsExactlyInAnyOrderElementsOf(feelings());
    assertThat(fine).isGreaterThanOrEqualTo(70);
  }

  private static List<String> feelings() {
    return Arrays.stream(Feeling.values()).map(Feeling::wire).toList();
  }

  @Test
  void everySensationStandsOnceAndPointsToFeelingsThereAre() throws IOException {
    var shown = new ArrayList<String>();
    for (var row : read("body.json")) {
      shown.add(row.path("sensation").asText());
      assertThat(row.path("may")).isNotEmpty();
      for (var one : row.path("may")) assertThat(feelings()).contains(one.asText());
    }
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Sensation.values()).map(Sensation::wire).toList());
  }
}
