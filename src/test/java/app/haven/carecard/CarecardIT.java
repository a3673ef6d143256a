package app.haven.carecard;

import static app.haven.client.Api.data;
import static app.haven.client.Api.id;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Care cards over the real jar and a real PostgreSQL. The card is Alex's.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CarecardIT {
  private static final String WATER = "Bring me a glass of water.";

  private final Home home = new Home("carecards", Map.of("HAVEN_RATE_LIMITS", "off"));
  private Pair pair = home.pair();

  @BeforeEach
  void twoPeople() {
    pair = home.pair();
  }

  @AfterAll
  void stop() {
    home.close();
  }

  /// Whatever the partner reads is the same byte for byte, with the card and without it.
  @Test
  void theCardIsItsOwnersAlone() {
    var before = everything(pair.second());
    keep("helps", "Sit near me.");
    keep("helps", WATER);
    keep("flooded", "I go quiet.");
    assertThat(everything(pair.second())).isEqualTo(before);
    var own = get(pair.first(), "care-card");
    assertThat(own).isEqualTo(snapshot(pair.first()).path("careCard"));
    assertThat(own.findValuesAsText("section")).containsExactly("flooded", "helps");
    assertThat(own.path(1).path("words").asText()).isEqualTo(WATER);
    alone("carecard.clear", section("flooded"), 200);
    alone("carecard.clear", section("flooded"), 200);
    assertThat(get(pair.first(), "care-card")).hasSize(1);
    assertThat(everything(pair.second())).isEqualTo(before);
  }

  @Test
  void oneSectionIsShownAndTheOthersAreNot() {
    keep("flooded", "I go quiet.");
    keep("helps", WATER);
    var share = share(pair.first(), "helps", WATER);
    var read = get(pair.second(), "care-card/shared");
    assertThat(read).isEqualTo(get(pair.first(), "care-card/shared")).hasSize(1);
    assertThat(read).isEqualTo(snapshot(pair.second()).path("careShares"));
    assertThat(read.path(0).path("share").asText()).isEqualTo(share);
    assertThat(read.path(0).path("words").asText()).isEqualTo(WATER);
    assertThat(read.path(0).has("sharedAt")).isTrue();
    assertThat(everything(pair.second())).doesNotContain("I go quiet.");
    keep("helps", "Leave me be.");
    assertThat(get(pair.second(), "care-card/shared")).as("unless shown anew").isEqualTo(read);
  }

  /// Shown and hidden over and over would be a way to disturb.
  @Test
  void showingHasALimitAndHidingHasNone() {
    for (int i = 0; i < 5; i++) share(pair.first(), "helps", WATER);
    for (int i = 0; i < 5; i++) {
      var share = share(pair.first(), "helps", WATER);
      ours(pair.first(), "carecard.revoke", data().put("share", share), 200);
    }
    var more = section("helps").put("share", id().toString()).put("words", WATER);
    ours(pair.first(), "carecard.share", more, 429);
    share(pair.second(), "helps", WATER);
  }

  /// The words leave the partner's pages, the log and, by a new epoch, every device.
  @Test
  void whatIsHiddenIsGoneAtOnce() throws SQLException {
    var share = share(pair.first(), "helps", WATER);
    var epoch = epoch(pair.second());
    try (var sam = Device.following(pair.second())) {
      ours(pair.second(), "carecard.revoke", data().put("share", share), 403);
      ours(pair.first(), "carecard.revoke", data().put("share", share), 200);
      assertThat(sam.await(f -> Device.is(f, "stream")).path("mode").asText())
          .isEqualTo("snapshot");
    }
    assertThat(get(pair.second(), "care-card/shared")).isEmpty();
    assertThat(epoch(pair.second())).isNotEqualTo(epoch);
    assertThat(wordsLeft()).isZero();
    ours(pair.first(), "carecard.revoke", data().put("share", share), 404);
  }

  @Test
  void showingItAnewErasesWhatWasShownBefore() throws SQLException {
    share(pair.first(), "loved", "Flowers.");
    var again = share(pair.first(), "loved", "A hand on my back.");
    var read = get(pair.second(), "care-card/shared");
    assertThat(read).hasSize(1);
    assertThat(read.path(0).path("share").asText()).isEqualTo(again);
    assertThat(read.path(0).path("words").asText()).isEqualTo("A hand on my back.");
    assertThat(wordsLeft()).isEqualTo(1);
    var sams = share(pair.second(), "loved", "Time with you.");
    assertThat(get(pair.first(), "care-card/shared").findValuesAsText("share"))
        .containsExactlyInAnyOrder(again, sams);
  }

  @Test
  void whatDoesNotFitIsSaidAtItsField() {
    var type = data().put("section", "type").put("words", " ");
    var problem = pair.first().command(null, "carecard.keep", type).expect(422).body();
    assertThat(problem.path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("section", "words");
    var share = share(pair.first(), "space", "An evening alone.");
    var taken = section("contact").put("share", share).put("words", "Call me.");
    ours(pair.first(), "carecard.share", taken, 409);
    assertThat(get(pair.first(), "care-card/shared")).hasSize(1);
  }

  @Test
  void nothingIsShownAcrossSpaces() {
    share(pair.first(), "helps", WATER);
    keep("helps", WATER);
    pair.second().delete("/api/v1/couple").expect(204);
    assertThat(get(pair.first(), "care-card")).as("one's own stays").hasSize(1);
    assertThat(get(pair.first(), "care-card/shared")).isEmpty();
    assertThat(get(pair.second(), "care-card/shared")).isEmpty();
  }

  private static ObjectNode section(String section) {
    return data().put("section", section);
  }

  private void keep(String section, String words) {
    alone("carecard.keep", section(section).put("words", words), 200);
  }

  private String share(Api who, String section, String words) {
    var share = id().toString();
    ours(who, "carecard.share", section(section).put("share", share).put("words", words), 200);
    return share;
  }

  private void ours(Api who, String kind, ObjectNode data, int status) {
    who.command(pair.couple(), kind, data).expect(status);
  }

  private void alone(String kind, ObjectNode data, int status) {
    pair.first().command(null, kind, data).expect(status);
  }

  private static JsonNode get(Api person, String list) {
    return person.get("/api/v1/" + list).expect(200).body();
  }

  private static JsonNode snapshot(Api person) {
    return get(person, "snapshot");
  }

  private static String epoch(Api person) {
    return snapshot(person).path("streams").path("ours").path("epoch").asText();
  }

  private static String everything(Api person) {
    return ((ObjectNode) snapshot(person)).without("now").toString()
        + get(person, "care-card")
        + get(person, "care-card/shared");
  }

  /// How many events of the couple still hold words that were shown.
  private int wordsLeft() throws SQLException {
    try (var connection = home.database().connect();
        var statement =
            connection.prepareStatement(
                "select count(*) from event where stream_id = ?::uuid"
                    + " and kind = 'carecard.shared' and length(words) > 0")) {
      statement.setString(1, pair.couple());
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
