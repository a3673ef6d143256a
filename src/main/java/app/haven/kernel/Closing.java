package app.haven.kernel;

import java.time.Instant;
import java.util.List;

/// What a feature does when a couple's space closes: ends what is open there and removes its timers
/// from both people's own streams. Runs in the leaving transaction, the streams are locked.
public interface Closing {
  void close(CoupleId couple, List<PersonId> people, Instant now);
}
