package app.haven.kernel;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/// Where everything a person does goes through, from either door, and every timer. Each answer
/// waits for its commit.
///
/// Work of one stream always goes to the same lane, so that on one node a couple's commands are
/// taken in the order in which they came. A lane puts what waits for it into one transaction; if
/// that fails, each piece runs again alone, so that nobody pays for another's trouble.
@Startup
@ApplicationScoped
public class Commands {
  private static final Logger LOG = Logger.getLogger(Commands.class);

  private final Deciders deciders;
  private final Transaction transaction;
  private final Wakeups wakeups;
  private final RateLimits limits;
  private final KernelSettings settings;
  private final Measures measures;
  private final List<Lane<Work>> lanes = new ArrayList<>();

  @Inject
  public Commands(
      Deciders deciders,
      Transaction transaction,
      Wakeups wakeups,
      RateLimits limits,
      KernelSettings settings,
      Measures measures) {
    this.deciders = deciders;
    this.transaction = transaction;
    this.wakeups = wakeups;
    this.limits = limits;
    this.settings = settings;
    this.measures = measures;
  }

  @PostConstruct
  void open() {
    for (int i = 0; i < settings.lanes(); i++) {
      var name = "lane-" + i;
      lanes.add(
          new Lane<>(name, settings.waiting(), settings.batch(), Commands::apart, this::settle));
    }
  }

  /// The same command id twice must not share a transaction: the second would not see the first's
  /// answer.
  static Object apart(Work work) {
    return work instanceof Work.Ask ask ? ask.key() : work;
  }

  /// Takes a command from a door. Never blocks.
  ///
  /// @return the first answer to this id, after its commit; or exceptionally a [Refusal]
  public CompletionStage<Ok> run(PersonId person, Command command) {
    var answer = new CompletableFuture<Ok>();
    long start = System.nanoTime();
    answer.whenComplete((ok, refusal) -> measures.command(command.kind(), refusal, start));
    try {
      limits.command(person);
      var kind = deciders.command(command.kind());
      needsCouple(kind.shape().scope(), command);
      var data = DataReader.read(command.data(), kind.shape().data());
      enter(new Work.Ask(person, command, data, kind, answer));
    } catch (Refusal refusal) {
      answer.completeExceptionally(refusal);
    }
    return answer;
  }

  private static void needsCouple(Decider.Scope scope, Command command) {
    boolean given = command.couple() != null;
    if (scope == Decider.Scope.COUPLE && !given) {
      throw Refusal.invalid("couple", "This command needs the id of your couple.");
    }
    if (scope == Decider.Scope.SELF && given) {
      throw Refusal.invalid("couple", "This command is for you alone and takes no couple.");
    }
  }

  /// Takes a timer that seems due; it fires only if it still stands.
  CompletionStage<Ok> fire(Timer timer) {
    var answer = new CompletableFuture<Ok>();
    var decider = deciders.timer(timer.kind());
    if (decider == null) {
      answer.completeExceptionally(new IllegalStateException("no feature fires " + timer.kind()));
    } else {
      enter(new Work.Fire(timer, decider, answer));
    }
    return answer;
  }

  private void enter(Work work) {
    var lane = lanes.get(Math.floorMod(work.stream().hashCode(), lanes.size()));
    if (!lane.offer(work)) work.answer().completeExceptionally(Failures.busy());
  }

  /// Runs on the lane's thread.
  private void settle(List<Work> batch) {
    try {
      inTransaction(batch);
    } catch (RuntimeException e) {
      if (Failures.unreachable(e)) {
        LOG.warnf("the database cannot be reached: %s", Failures.describe(e));
        batch.forEach(work -> work.answer().completeExceptionally(Failures.unavailable()));
      } else if (batch.size() > 1) {
        batch.forEach(work -> settle(List.of(work)));
      } else {
        LOG.errorf("work was not done: %s", Failures.describe(e));
        batch.getFirst().answer().completeExceptionally(Failures.internal());
      }
    }
  }

  /// Commit first, then answer: what was acknowledged is stored.
  protected void inTransaction(List<Work> batch) {
    var outcome = QuarkusTransaction.requiringNew().call(() -> transaction.run(batch));
    answer(batch, outcome);
  }

  protected final void answer(List<Work> batch, Transaction.Outcome outcome) {
    if (!outcome.moved().isEmpty()) wakeups.publish(outcome.moved());
    for (var work : batch) {
      switch (outcome.answers().get(work)) {
        case Ok ok -> work.answer().complete(ok);
        case Refusal refusal -> work.answer().completeExceptionally(refusal);
        case null -> work.answer().cancel(false);
        default -> throw new IllegalStateException("an answer of no kind");
      }
    }
  }

  @PreDestroy
  void close() {
    lanes.forEach(Lane::close);
  }
}
