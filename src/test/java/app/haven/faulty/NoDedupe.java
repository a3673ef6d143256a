package app.haven.faulty;

import app.haven.kernel.Answered;
import io.agroal.api.AgroalDataSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/// Takes a command that is repeated for a new one.
@Alternative
@Priority(1)
@Singleton
public class NoDedupe extends Answered {
  @Inject
  public NoDedupe(AgroalDataSource db) {
    super(db);
  }

  @Override
  public Set<Key> claim(Collection<Key> keys, Instant now) {
    return Fault.NO_DEDUPE.chosen() ? Set.copyOf(keys) : super.claim(keys, now);
  }
}
