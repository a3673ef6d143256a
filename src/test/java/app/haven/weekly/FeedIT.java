package app.haven.weekly;

import static app.haven.client.Api.data;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Home;
import app.haven.client.Pair;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The calendar address over the real jar and a real PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedIT {
  private static final String MINE = "/api/v1/weekly-feed";

  private final Home home = new Home("feeds", Map.of("HAVEN_RATE_LIMITS", "off"));
  private Pair pair = home.pair();

  @BeforeEach
  void twoPeople() {
    pair = home.pair();
  }

  @AfterAll
  void stop() {
    home.close();
  }

  private static String make(Api person) {
    var address = person.post(MINE, null).expect(201).body().path("address").asText();
    return URI.create(address).getPath();
  }

  private Api.Answer read(String path) {
    return home.nobody().get(path);
  }

  private void agree() {
    var proposal = Sitting.inThreeHours();
    pair.first().command(pair.couple(), "rhythm.propose", proposal).expect(200);
    var named = data().put("rhythm", proposal.path("rhythm").asText());
    pair.second().command(pair.couple(), "rhythm.agree", named).expect(200);
  }

  @Test
  void whoeverHasTheAddressReadsWhenAndNothingElse() {
    var path = make(pair.first());
    var before = read(path).expect(200).raw();
    assertThat(before.body()).startsWith("BEGIN:VCALENDAR").doesNotContain("VEVENT");
    assertThat(before.headers().firstValue("Content-Type").orElseThrow())
        .isEqualToIgnoringCase("text/calendar;charset=utf-8");
    assertThat(before.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
    assertThat(before.headers().firstValue("Cache-Control")).contains("no-store");
    agree();
    assertThat(read(path).expect(200).raw().body())
        .contains("SUMMARY:Haven", "RRULE:FREQ=WEEKLY", "DURATION:PT20M");
    assertThat(pair.second().get(MINE).expect(200).body().path("items")).isEmpty();
    assertThat(pair.first().get(MINE).expect(200).body().path("items")).hasSize(1);
    assertThat(pair.first().get(MINE).raw().body()).doesNotContain(path.substring(20));
  }

  @Test
  void takenAwayItIsAsUnknownAtOnce() {
    agree();
    var old = make(pair.first());
    var path = make(pair.first());
    var unknown = read("/api/v1/calendar/" + FeedSecret.random().file()).expect(404);
    assertThat(read(old).expect(404).body()).isEqualTo(unknown.body());
    read(path).expect(200);
    pair.first().delete(MINE).expect(204);
    pair.first().delete(MINE).expect(204);
    assertThat(read(path).expect(404).body()).isEqualTo(unknown.body());
    assertThat(read("/api/v1/calendar/none").expect(404).body()).isEqualTo(unknown.body());
  }

  @Test
  void whoLeavesOrErasesTakesItAlong() {
    agree();
    var first = make(pair.first());
    var second = make(pair.second());
    pair.first().delete("/api/v1/couple").expect(204);
    read(first).expect(404);
    read(second).expect(404);
    var alone = make(pair.second());
    read(alone).expect(200);
    pair.second().delete("/api/v1/me").expect(204);
    read(alone).expect(404);
  }
}
