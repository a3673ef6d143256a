package app.haven.feeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.haven.feeling.FeelingCommand.ChooseLevel;
import app.haven.feeling.FeelingCommand.Remind;
import app.haven.feeling.FeelingCommand.Skip;
import app.haven.feeling.FeelingCommand.Snooze;
import app.haven.feeling.FeelingEvent.Due;
import app.haven.feeling.FeelingEvent.Kept;
import app.haven.feeling.FeelingEvent.Snoozed;
import app.haven.feeling.FeelingWishes.Open;
import app.haven.kernel.Refusal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FeelingWishesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(600);

  private FeelingWishes wishes = FeelingWishes.NONE;

  private void say(FeelingCommand.Wish wish) {
    wishes.decide(wish, NOW).ifPresent(event -> wishes = wishes.after(event, NOW));
  }

  private static void refused(String code, Runnable wish) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(wish::run)
        .satisfies(refusal -> assertThat(refusal.code().wire).isEqualTo(code));
  }

  private static Kept kept() {
    return new Kept(new UUID(9, 9), Feeling.CALM, null, null, null, null, null, NOW, null);
  }

  @Test
  void nobodyIsAskedWhoDidNotWishIt() {
    assertThat(wishes.times()).isEmpty();
    assertThat(wishes.due()).isNull();
  }

  @Test
  void movingOneKeepsTheOthers() {
    say(new Remind(1, LocalTime.of(9, 0)));
    say(new Remind(2, LocalTime.of(14, 0)));
    say(new Remind(3, LocalTime.of(20, 0)));
    say(new Remind(2, LocalTime.of(13, 15)));
    say(new Remind(1, null));
    assertThat(wishes.times())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(2, LocalTime.of(13, 15), 3, LocalTime.of(20, 0)));
    assertThat(wishes.decide(new Remind(1, null), NOW)).isEmpty();
    refused("invalid", () -> say(new Remind(4, LocalTime.NOON)));
  }

  @Test
  void whatIsSkippedLeavesNothing() {
    say(new Remind(1, LocalTime.of(9, 0)));
    var before = wishes;
    wishes = wishes.after(new Due(1), NOW);
    assertThat(wishes.due()).isEqualTo(new Open(1, NOW));
    say(new Skip(1));
    assertThat(wishes).isEqualTo(before);
    assertThat(wishes.decide(new Skip(1), NOW)).as("once more is fine").isEmpty();
  }

  @Test
  void onlyWhatIsDueIsPutOff() {
    refused("conflict", () -> say(new Snooze(1, 30)));
    wishes = wishes.after(new Due(1), NOW);
    refused("conflict", () -> say(new Snooze(2, 30)));
    refused("invalid", () -> say(new Snooze(1, 4)));
    refused("invalid", () -> say(new Snooze(1, 721)));
    say(new Snooze(1, 10));
    assertThat(wishes.due()).isNull();
    assertThat(wishes.snoozed()).isEqualTo(new Open(1, LATER));
  }

  @Test
  void theNextOneEndsTheOneThatWasPutOffAndAnAnswerEndsAll() {
    wishes = wishes.after(new Due(1), NOW).after(new Snoozed(1, LATER), NOW);
    wishes = wishes.after(new Due(2), LATER);
    assertThat(wishes.snoozed()).isNull();
    assertThat(wishes.due()).isEqualTo(new Open(2, LATER));
    wishes = wishes.after(new Snoozed(2, LATER), LATER).after(kept(), LATER);
    assertThat(wishes.due()).isNull();
    assertThat(wishes.snoozed()).isNull();
  }

  @Test
  void theListGrowsFromTheFirstCheckInAndWhatIsChosenStays() {
    wishes = wishes.after(kept(), NOW);
    wishes = wishes.after(kept(), LATER);
    assertThat(wishes.since()).isEqualTo(NOW);
    say(new ChooseLevel(Level.ALL));
    wishes = wishes.after(kept(), LATER);
    assertThat(wishes.level()).isEqualTo(Level.ALL);
    assertThat(wishes.decide(new ChooseLevel(Level.ALL), NOW)).isEmpty();
    say(new ChooseLevel(null));
    assertThat(wishes.level()).isNull();
  }
}
