package app.haven.faults;

import app.haven.Orders;
import app.haven.client.Pair;
import app.haven.local.Tokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Many couples, the partners at different nodes, each person with two devices.
final class Load implements AutoCloseable {
  private static final int AT_ONCE = 8;

  private final List<URI> nodes;
  private final Tokens tokens;
  private final Notes notes;
  private final TestClock clock;
  private final long seed;
  private final Turnstile turnstile = new Turnstile();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<History.Couple> couples = new ArrayList<>();
  private final List<Account> people = new ArrayList<>();
  private final List<Phone> phones = new ArrayList<>();
  private volatile boolean running = true;

  Load(List<URI> nodes, Tokens tokens, Notes notes, TestClock clock, long seed) {
    this.nodes = nodes;
    this.tokens = tokens;
    this.notes = notes;
    this.clock = clock;
    this.seed = seed;
  }

  void begin(int count) {
    try (var pairing = Executors.newFixedThreadPool(AT_ONCE)) {
      var coming = new ArrayList<Future<?>>();
      for (int i = 0; i < count; i++) {
        int number = i;
        coming.add(pairing.submit(() -> couple(number)));
      }
      for (var couple : coming) couple.get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Every other couple finds together while their devices are already there.
  private void couple(int number) {
    var first = Account.of(token("first-" + number), nodes);
    var second = Account.of(token("second-" + number), nodes.reversed());
    boolean early = number % 2 == 0;
    var devices = List.of(phones(first, number), phones(second, number));
    if (early) devices.forEach(this::start);
    if (early) Until.within(Duration.ofSeconds(20), () -> devices.stream().allMatch(Load::online));
    var pair = Pair.make(first.at(nodes.getFirst()), second.at(nodes.getLast()));
    if (!early) devices.forEach(this::start);
    synchronized (this) {
      couples.add(new History.Couple(pair.couple(), List.of(first.person(), second.person())));
      people.addAll(List.of(first, second));
    }
    threads.execute(partner(first, devices.getFirst(), pair.couple(), number * 2));
    threads.execute(partner(second, devices.getLast(), pair.couple(), number * 2 + 1));
  }

  /// Of the real time: the clock that leaps is not the one that looks at tokens.
  private String token(String subject) {
    return tokens.of(subject, Instant.now().plus(Duration.ofDays(1)));
  }

  private List<Phone> phones(Account account, int number) {
    var made = new ArrayList<Phone>();
    for (var name : List.of("phone", "tablet")) {
      var of = name + " of " + account.person();
      made.add(new Phone(of, account, 0, notes, Orders.random(seed + number)));
    }
    synchronized (this) {
      phones.addAll(made);
    }
    return made;
  }

  private void start(List<Phone> devices) {
    devices.forEach(threads::execute);
  }

  private static boolean online(List<Phone> devices) {
    return devices.stream().allMatch(Phone::online);
  }

  private Partner partner(Account account, List<Phone> devices, String couple, int number) {
    var random = Orders.random(seed * 1_000_003 + number);
    var impulses = new Impulses(account.person(), couple, clock, random);
    return new Partner(account, devices, impulses, notes, turnstile, () -> running, random);
  }

  /// Does something while nobody waits for an answer.
  void pausedFor(Runnable action) {
    turnstile.closedFor(action);
  }

  /// Everybody looks at their devices.
  void wake() {
    phones.forEach(Phone::wake);
  }

  boolean online() {
    return online(phones);
  }

  /// Whether every device has what the database has.
  ///
  /// @param heads by stream id
  boolean caughtUp(Map<String, Long> heads) {
    return couples.stream()
        .allMatch(couple ->
            couple.people().stream()
                .allMatch(person ->
                    phones.stream()
                        .filter(phone -> phone.person().equals(person))
                        .allMatch(phone ->
                            at(phone, "ours", couple.id(), heads)
                                && at(phone, "mine", person, heads))));
  }

  private static boolean at(Phone phone, String name, String stream, Map<String, Long> heads) {
    return phone.place(name) == heads.getOrDefault(stream, 0L);
  }

  synchronized List<History.Couple> couples() {
    return List.copyOf(couples);
  }

  synchronized List<Account> people() {
    return List.copyOf(people);
  }

  /// No new commands; devices stay.
  void finish() {
    running = false;
  }

  @Override
  public void close() {
    finish();
    phones.forEach(Phone::end);
    threads.close();
  }
}
