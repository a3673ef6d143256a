package app.haven.faulty;

import app.haven.kernel.SignIns;
import app.haven.kernel.StreamId;
import app.haven.kernel.Streams;
import app.haven.live.Behind;
import app.haven.live.Sockets;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/// Trusts that no hint is ever lost.
@Alternative
@Priority(1)
@Singleton
public class NoSweep extends Behind {
  @Inject
  public NoSweep(Sockets sockets, Streams streams, SignIns signIns) {
    super(sockets, streams, signIns);
  }

  @Override
  protected Set<StreamId> among(List<StreamId> followed) {
    return Fault.NO_SWEEP.chosen() ? Set.of() : super.among(followed);
  }
}
