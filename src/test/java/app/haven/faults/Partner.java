package app.haven.faults;

import app.haven.client.Api;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// One of two people and their devices. Sends one command at a time, through any device or over
/// REST, and repeats it with the same id until its outcome is known, or sometimes does not care.
final class Partner implements Runnable {
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int THINKING_MILLIS = 200;
  private static final int REPEAT_MILLIS = 300;

  private final Account account;
  private final List<Phone> phones;
  private final Impulses impulses;
  private final Notes notes;
  private final Turnstile turnstile;
  private final BooleanSupplier running;
  private final Random random;

  Partner(
      Account account,
      List<Phone> phones,
      Impulses impulses,
      Notes notes,
      Turnstile turnstile,
      BooleanSupplier running,
      Random random) {
    this.account = account;
    this.phones = phones;
    this.impulses = impulses;
    this.notes = notes;
    this.turnstile = turnstile;
    this.running = running;
    this.random = random;
  }

  @Override
  public void run() {
    try {
      while (running.getAsBoolean()) {
        turnstile.pass(this::act);
        Thread.sleep(random.nextInt(1, THINKING_MILLIS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void act() {
    carryAround();
    var ask = impulses.next(any());
    notes.asked(ask);
    boolean careless = random.nextInt(10) == 0;
    try {
      while (running.getAsBoolean() && attempt(ask) instanceof Answer.Unknown) {
        if (careless) return;
        Thread.sleep(random.nextInt(REPEAT_MILLIS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Phone any() {
    return phones.get(random.nextInt(phones.size()));
  }

  /// The last device is often without a network; now and then any line breaks.
  private void carryAround() {
    int chance = random.nextInt(100);
    var tablet = phones.getLast();
    if (chance < 5 && tablet.wanted()) tablet.offline();
    else if (chance < 10 && !tablet.wanted()) tablet.wake();
  }

  private Answer attempt(Ask ask) throws InterruptedException {
    var phone = any();
    var answer = random.nextInt(7) == 0 ? null : phone.submit(ask);
    if (answer == null) return overRest(ask);
    if (random.nextInt(40) == 0) phone.cut();
    return await(answer);
  }

  private static Answer await(CompletableFuture<Answer> answer) throws InterruptedException {
    try {
      return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new Answer.Unknown("no answer yet");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer overRest(Ask ask) {
    var node = account.nodes().get(random.nextInt(account.nodes().size()));
    var answer = post(account.at(node), ask);
    notes.answered(ask, answer);
    return answer;
  }

  private static Answer post(Api api, Ask ask) {
    try {
      var answer = api.post("/api/v1/commands", ask.command());
      if (answer.status() == 200) return Phone.ok(answer.body());
      return answer.code().isEmpty()
          ? new Answer.Unknown("status " + answer.status())
          : Phone.refusal(answer.code());
    } catch (UncheckedIOException e) {
      return new Answer.Unknown("no connection");
    }
  }
}
