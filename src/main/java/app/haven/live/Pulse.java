package app.haven.live;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// The heartbeat of one socket, in nanoseconds of a clock that never steps.
final class Pulse {
  /// What is to be done now.
  enum Next {
    NOTHING,
    PING,
    GIVE_UP
  }

  private final long heartbeat;
  private final long within;
  private long nextPing;
  private long giveUp;
  private boolean greeted;
  private long pings;
  private long lastHeard;

  Pulse(LiveSettings settings, long now) {
    this.heartbeat = settings.heartbeat().toNanos();
    this.within = settings.pongWithin().toNanos();
    this.nextPing = now + spread();
    this.giveUp = now + settings.helloWithin().toNanos();
    this.lastHeard = now;
  }

  /// Give or take a tenth, so that thousands of sockets do not beat as one. Both looks that follow
  /// come late by up to [Heartbeat#EVERY]: even so, a dead peer is gone after heartbeat, tenth and
  /// patience.
  private long spread() {
    long tenth = heartbeat / 10;
    long latest = Math.max(tenth / 2, tenth - 2 * Heartbeat.EVERY.toNanos());
    return heartbeat + ThreadLocalRandom.current().nextLong(-tenth, latest + 1);
  }

  synchronized Next look(long now) {
    if (giveUp != 0 && now - giveUp >= 0) return Next.GIVE_UP;
    if (!greeted || now - nextPing < 0) return Next.NOTHING;
    nextPing = now + spread();
    if (giveUp == 0) giveUp = now + within;
    pings++;
    return Next.PING;
  }

  synchronized long pings() {
    return pings;
  }

  synchronized void greeted() {
    if (!greeted) giveUp = 0;
    greeted = true;
  }

  /// Anything the client says shows that it is there.
  synchronized void heard(long now) {
    lastHeard = now;
    if (greeted) giveUp = 0;
  }

  synchronized Duration silence(long now) {
    return Duration.ofNanos(now - lastHeard);
  }

  /// A ping besides the beat: who does not answer it in time is gone as well.
  synchronized long ask(long now) {
    if (giveUp == 0) giveUp = now + within;
    return ++pings;
  }
}
