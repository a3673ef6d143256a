package app.haven.signal;

import app.haven.kernel.Closing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/// Signals are of the moment; a closed space keeps none.
@ApplicationScoped
class SignalClosing implements Closing {
  private final Signals signals;

  @Inject
  SignalClosing(Signals signals) {
    this.signals = signals;
  }

  @Override
  public void close(CoupleId couple, List<PersonId> people, Instant now) {
    signals.eraseAll(couple.ours());
  }
}
