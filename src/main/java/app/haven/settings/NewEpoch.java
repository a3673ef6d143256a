package app.haven.settings;

import app.haven.kernel.Streams;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;

/// After a restore the log may lack what devices already hold: a new epoch makes every one of them
/// read a snapshot instead of going on from a number that means something else now.
public class NewEpoch implements QuarkusApplication {
  private final Streams streams;

  @Inject
  public NewEpoch(Streams streams) {
    this.streams = streams;
  }

  @Override
  public int run(String... args) {
    QuarkusTransaction.requiringNew().run(streams::newEpochs);
    System.out.println("Every stream has a new epoch. The doors may open.");
    return 0;
  }
}
