package app.haven.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Something for the one transaction to do, and the answer that waits for its commit.
public sealed interface Work {

  /// The stream whose lock decides.
  StreamId stream();

  /// Completes after the commit, or exceptionally with a [Refusal].
  CompletableFuture<Ok> answer();

  /// What a person asks for through a door, its data already read.
  record Ask(
      PersonId person,
      Command command,
      Object data,
      Deciders.Kind<?> kind,
      CompletableFuture<Ok> answer)
      implements Work {
    @Override
    public StreamId stream() {
      return command.couple() == null ? person.mine() : command.couple().ours();
    }

    Answered.Key key() {
      return new Answered.Key(person, command.id());
    }
  }

  /// A timer that is due.
  record Fire(Timer timer, Decider<?> decider, CompletableFuture<Ok> answer) implements Work {
    private static final NameBasedGenerator NAMES =
        Generators.nameBasedGenerator(NameBasedGenerator.NAMESPACE_OID);

    @Override
    public StreamId stream() {
      return timer.stream();
    }

    /// The same timer has the same command id on every node.
    UUID command() {
      return NAMES.generate(
          timer.stream().value()
              + "/"
              + timer.kind()
              + "/"
              + timer.thing()
              + "/"
              + Json.time(timer.at()));
    }
  }
}
