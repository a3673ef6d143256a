package app.haven.timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeoutDeciderTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");
  private static final UUID ID = new UUID(7, 1);

  private final Space space = new Space();

  @BeforeEach
  void alexNeedsSpace() {
    say(Space.ALEX, new TimeoutCommand.Call(ID, 30, null, null, null, null));
  }

  @Test
  void whoGivesNoReassuranceGetsTheUsualOne() {
    assertThat(space.log.getFirst().event())
        .isInstanceOfSatisfying(
            TimeoutEvent.Called.class,
            called -> assertThat(called.reassurance()).startsWith("I need a short break."));
  }

  @Test
  void theSameWordsOnceMoreAreFine() {
    var heard = new TimeoutCommand.Acknowledge(ID, "I hear you.");
    assertThat(say(Space.SAM, heard)).isPresent();
    assertThat(say(Space.SAM, heard)).isEmpty();
    assertThat(say(Space.SAM, new TimeoutCommand.Acknowledge(ID, null))).isEmpty();
    var back = new TimeoutCommand.Return(ID, null, "Back.");
    assertThat(say(Space.ALEX, back)).isPresent();
    assertThat(say(Space.ALEX, back)).isEmpty();
  }

  @Test
  void otherWordsAreNotLostWithoutAWord() {
    say(Space.SAM, new TimeoutCommand.Acknowledge(ID, null));
    otherwise(Space.SAM, new TimeoutCommand.Acknowledge(ID, "I hear you."));
    say(Space.ALEX, new TimeoutCommand.Return(ID, null, "Back."));
    otherwise(Space.ALEX, new TimeoutCommand.Return(ID, null, "Back again."));
  }

  @Test
  void fiveTalksAheadAreEnoughAndComingBackWithoutOneAlwaysWorks() {
    var talkAt = SIX.plus(Duration.ofHours(3));
    say(Space.ALEX, new TimeoutCommand.Return(ID, talkAt, null));
    for (int more = 2; more <= Timeout.MOST_TALKS; more++) {
      say(Space.ALEX, new TimeoutCommand.Call(new UUID(7, more), 30, null, null, null, null));
      say(Space.ALEX, new TimeoutCommand.Return(new UUID(7, more), talkAt, null));
    }
    var last = new UUID(7, 9);
    say(Space.ALEX, new TimeoutCommand.Call(last, 30, null, null, null, null));
    assertThatThrownBy(() -> say(Space.ALEX, new TimeoutCommand.Return(last, talkAt, null)))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.code()).isEqualTo(Refusal.Code.CONFLICT));
    assertThat(say(Space.ALEX, new TimeoutCommand.Return(last, null, null))).isPresent();
    say(Space.SAM, new TimeoutCommand.Call(new UUID(8, 1), 30, null, null, null, null));
    assertThat(say(Space.SAM, new TimeoutCommand.Return(new UUID(8, 1), talkAt, null))).isPresent();
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> say(Space.ALEX, new TimeoutCommand.CheckIn(new UUID(7, 2), null)))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.code()).isEqualTo(Refusal.Code.NOT_FOUND));
  }

  private void otherwise(PersonId by, TimeoutCommand command) {
    assertThatThrownBy(() -> say(by, command))
        .isInstanceOfSatisfying(
            Refusal.class,
            no -> {
              assertThat(no.code()).isEqualTo(Refusal.Code.CONFLICT);
              assertThat(no.problem().detail())
                  .isEqualTo("You said this already. What you said first stands.");
              assertThat(no.problem().stands()).isInstanceOf(Timeout.Standing.class);
            });
  }

  private Optional<TimeoutEvent> say(PersonId by, TimeoutCommand command) {
    return space.say(by, command, SIX.plus(Duration.ofMinutes(1)), true);
  }
}
