package app.haven.faults;

import app.haven.local.LocalPostgres;
import app.haven.local.Places;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One run: couples act, servers die and come back, and in the end everything is written down.
final class Run {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration SWEEP = Duration.ofSeconds(5);
  private static final Duration A_DAY_AND_MORE = Duration.ofHours(27);
  private static final Duration A_QUARTER = Duration.ofMinutes(15);

  private final Plan plan;
  private final Site site;
  private final Notes notes;
  private final Load load;
  private final Consumer<String> say;
  private final Search search = new Search();
  private final List<History.Outage> outages = new ArrayList<>();
  private final Map<Trouble, Integer> troubles = new EnumMap<>(Trouble.class);
  private final long start = System.nanoTime();
  private int nextNode;

  /// What came of it.
  record Result(Figures figures, List<Violation> violations) {}

  private Run(Plan plan, Site site, Consumer<String> say) {
    this.plan = plan;
    this.site = site;
    this.say = say;
    this.notes = new Notes(site.clock);
    this.load = new Load(site.addresses(), site.tokens, notes, site.clock, plan.seed());
  }

  static Result of(Plan plan, LocalPostgres postgres, Broker broker, Consumer<String> say) {
    try (var site = new Site(plan.name(), Places.faultyJar(), postgres, broker, plan.fault())) {
      return new Run(plan, site, say).run();
    }
  }

  private Result run() {
    try (load) {
      tell("starting " + plan.couples() + " couples");
      load.begin(plan.couples());
      disturb();
      withoutBroker();
      var reads = reads();
      tell("everybody has read everything");
      site.killNodes();
      load.close();
      var history = write(reads);
      tell("written down");
      return new Result(Figures.of(history, troubles), Checker.check(history));
    }
  }

  private void tell(String what) {
    var elapsed = Duration.ofNanos(System.nanoTime() - start);
    say.accept(
        "%4d s, %5d commands: %s".formatted(elapsed.toSeconds(), notes.acknowledged(), what));
  }

  private void disturb() {
    var end = System.nanoTime() + plan.atLeast().toNanos();
    int share = plan.commands() / (plan.troubles().size() + 1);
    long each = plan.atLeast().toNanos() / (plan.troubles().size() + 1);
    for (int i = 0; i < plan.troubles().size(); i++) {
      int commands = share * (i + 1);
      long until = end - each * (plan.troubles().size() - i);
      Until.within(PATIENCE, () -> notes.acknowledged() >= commands && System.nanoTime() >= until);
      suffer(plan.troubles().get(i));
    }
    Until.within(
        PATIENCE, () -> notes.acknowledged() >= plan.commands() && System.nanoTime() >= end);
  }

  private void suffer(Trouble trouble) {
    tell(trouble.toString());
    troubles.merge(trouble, 1, Integer::sum);
    switch (trouble) {
      case NODE -> node();
      case DATABASE -> database();
      case BROKER -> broker();
      case BLACKOUT -> load.pausedFor(() -> down(() -> site.clock.leap(A_DAY_AND_MORE)));
      case RESTORE -> load.pausedFor(() -> down(site::newEpoch));
      case LEAP -> load.pausedFor(this::leap);
    }
  }

  private void node() {
    int which = nextNode++ % site.addresses().size();
    site.killNode(which);
    more(plan.couples());
    site.restartNode(which);
  }

  /// The load goes on.
  private void more(int commands) {
    int goal = notes.acknowledged() + commands;
    Until.within(PATIENCE, () -> notes.acknowledged() >= goal);
  }

  private void database() {
    var from = site.clock.now();
    int unknown = notes.unknown();
    site.postgres.kill();
    Until.within(PATIENCE, () -> notes.unknown() > unknown + plan.couples() / 2);
    site.postgres.restart();
    site.awaitReady();
    outages.add(new History.Outage(from, site.clock.now()));
    more(plan.couples());
  }

  private void broker() {
    site.broker.kill();
    more(plan.couples() * 5);
    site.broker.restart();
  }

  /// Everything is dead meanwhile; timers that fell due come when the first node is ready.
  private void down(Runnable meanwhile) {
    var from = site.clock.now();
    site.killNodes();
    meanwhile.run();
    var both = site.restartNodes();
    outages.add(new History.Outage(from, site.clock.now()));
    allFired();
    both.join();
    load.wake();
  }

  private void leap() {
    var from = site.clock.now();
    site.clock.leap(A_QUARTER);
    outages.add(new History.Outage(from, site.clock.now()));
    allFired();
  }

  private void allFired() {
    Until.within(PATIENCE, () -> Stores.due(site.database, site.clock.now()) == 0);
  }

  /// At the end no hint gets through: what a device on the other node gets without coming back, it
  /// gets by the sweep.
  private void withoutBroker() {
    load.pausedFor(() -> {
      load.wake();
      Until.within(PATIENCE, load::online);
      if (plan.fault().isEmpty()) {
        search.broker(site.broker.bootstrapServers(), load.couples().getFirst().id());
      }
      troubles.merge(Trouble.BROKER, 1, Integer::sum);
      site.broker.kill();
    });
    tell("without Kafka");
    more(plan.couples() * 3);
    load.finish();
    load.pausedFor(() -> {
      load.wake();
      boolean all = Until.within(SWEEP.multipliedBy(2), this::caughtUp);
      tell(all ? "every device has everything" : "some devices lack something");
    });
  }

  private boolean caughtUp() {
    return load.caughtUp(Stores.heads(site.database));
  }

  private Map<String, History.Reads> reads() {
    var reads = new HashMap<String, History.Reads>();
    for (var account : load.people()) {
      reads.put(account.person(), Stores.reads(account.at(account.nodes().getFirst())));
    }
    return reads;
  }

  private History write(Map<String, History.Reads> reads) {
    Instant end = site.clock.now();
    if (plan.fault().isEmpty()) {
      search.tables(site.database);
      search.files(site.postgres.admin());
      site.logs().forEach(search::log);
    }
    return new History(
        load.couples(),
        notes.commands(),
        notes.devices(),
        Stores.log(site.database),
        reads,
        search.sightings(),
        List.copyOf(outages),
        end);
  }
}
