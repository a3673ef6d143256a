package app.haven.feeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.haven.feeling.FeelingCommand.Keep;
import app.haven.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MomentTest {
  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
  private static final UUID ID = new UUID(9, 9);

  private static Keep wish(
      @Nullable Feeling feeling,
      @Nullable String own,
      @Nullable Integer intensity,
      @Nullable Instant at) {
    return new Keep(ID, feeling, own, intensity, List.of(), null, null, at);
  }

  private static Instant at(Keep wish, @Nullable Moment before) {
    return Moment.keep(wish, Optional.ofNullable(before), NOW).at();
  }

  private static void refused(String code, Keep wish, @Nullable Moment before) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> at(wish, before))
        .satisfies(refusal -> assertThat(refusal.code().wire).isEqualTo(code));
  }

  @Test
  void oneFeelingIsNeededFromTheListOrInOwnWords() {
    refused("invalid", wish(null, null, null, null), null);
    refused("invalid", wish(Feeling.CALM, "foggy", null, null), null);
    assertThat(at(wish(Feeling.GOOD, null, null, null), null)).isEqualTo(NOW);
    assertThat(at(wish(null, "foggy", 5, null), null)).isEqualTo(NOW);
    refused("invalid", wish(Feeling.CALM, null, 0, null), null);
    refused("invalid", wish(Feeling.CALM, null, 6, null), null);
  }

  @Test
  void whatWasKeptWithoutANetworkKeepsItsTimeAndAClockThatRunsAheadIsForgiven() {
    var earlier = NOW.minus(Duration.ofHours(9));
    assertThat(at(wish(Feeling.CALM, null, null, earlier), null)).isEqualTo(earlier);
    assertThat(at(wish(Feeling.CALM, null, null, NOW.plusSeconds(90)), null)).isEqualTo(NOW);
    refused("invalid", wish(Feeling.CALM, null, null, NOW.minus(Duration.ofDays(31))), null);
  }

  @Test
  void sayingItAnewKeepsItsTimeUpToTwentyTimes() {
    var then = NOW.minus(Duration.ofHours(1));
    var standing = new Moment.Standing(ID, then, 19);
    assertThat(at(wish(Feeling.RELIEVED, null, null, null), standing)).isEqualTo(then);
    refused("conflict", wish(Feeling.CALM, null, null, null), new Moment.Standing(ID, then, 20));
    refused("conflict", wish(Feeling.CALM, null, null, null), new Moment.Dropped(ID));
  }
}
