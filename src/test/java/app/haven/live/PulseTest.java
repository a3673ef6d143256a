package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.live.Pulse.Next;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PulseTest {
  private static final long START = Long.MAX_VALUE - 1; // the clock of the JVM may run over
  private static final LiveSettings SHIPPED =
      new LiveSettings() {
        @Override
        public Duration heartbeat() {
          return Duration.ofSeconds(20);
        }

        @Override
        public Duration pongWithin() {
          return Duration.ofSeconds(10);
        }

        @Override
        public Duration helloWithin() {
          return Duration.ofSeconds(5);
        }

        @Override
        public Duration sweepEvery() {
          return Duration.ofSeconds(5);
        }

        @Override
        public int socketsPerPerson() {
          return 5;
        }
      };

  private final Pulse pulse = new Pulse(SHIPPED, START);

  private static long at(double seconds) {
    return START + (long) (seconds * 1e9);
  }

  @Test
  void whoNeverGreetsIsGivenUpAfterFiveSecondsWhateverElseTheySay() {
    pulse.heard(at(0));
    assertThat(pulse.look(at(4.9))).isEqualTo(Next.NOTHING);
    assertThat(pulse.look(at(5))).isEqualTo(Next.GIVE_UP);
  }

  @Test
  void anAnswerToAPingKeepsItGoing() {
    pulse.greeted();
    for (int round = 1; round <= 10; round++) {
      assertThat(pulse.look(at(round * 22))).isEqualTo(Next.PING);
      assertThat(pulse.pings()).isEqualTo(round);
      assertThat(pulse.look(at(round * 22 + 9.9))).isEqualTo(Next.NOTHING);
      pulse.heard(at(0));
      assertThat(pulse.look(at(round * 22 + 17))).isEqualTo(Next.NOTHING);
    }
  }

  @Test
  void noAnswerInTenSecondsGivesUpAndASecondPingChangesNothing() {
    pulse.greeted();
    assertThat(pulse.look(at(22))).isEqualTo(Next.PING);
    assertThat(pulse.look(at(31.9))).isEqualTo(Next.NOTHING);
    assertThat(pulse.look(at(32))).isEqualTo(Next.GIVE_UP);
  }

  /// Looked at as the server does, from any moment on.
  @RepeatedTest(100)
  void aDeadPeerIsGoneWithin32Seconds() {
    pulse.greeted();
    long every = Heartbeat.EVERY.toNanos();
    long now = START + ThreadLocalRandom.current().nextLong(every);
    long pinged = 0;
    Next next = Next.NOTHING;
    for (; next != Next.GIVE_UP; now += every) {
      next = pulse.look(now);
      if (next == Next.PING && pinged == 0) pinged = now - START;
    }
    assertThat(pinged / 1e9).isBetween(18.0, 22.0);
    assertThat((now - every - START) / 1e9).isBetween(28.0, 32.0);
  }

  @Test
  void socketsDoNotBeatAsOne() {
    Set<Integer> beats = new HashSet<>();
    for (int socket = 0; socket < 200; socket++) {
      var other = new Pulse(SHIPPED, START);
      other.greeted();
      int tenths = 0;
      while (other.look(at(tenths / 10.0)) != Next.PING) tenths++;
      beats.add(tenths);
    }
    assertThat(beats).hasSizeGreaterThan(20);
  }
}
