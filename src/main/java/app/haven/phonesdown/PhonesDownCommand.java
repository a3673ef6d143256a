package app.haven.phonesdown;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be done with a slot.
sealed interface PhonesDownCommand {
  UUID slot();

  /// @param startAt when it is to begin; without, as soon as the other says yes
  record Propose(UUID slot, @Nullable Instant startAt, Integer minutes)
      implements PhonesDownCommand {}

  record Accept(UUID slot) implements PhonesDownCommand {}

  record NotNow(UUID slot) implements PhonesDownCommand {}

  /// Either of the two, at any moment after the yes.
  record End(UUID slot) implements PhonesDownCommand {}

  /// Whoever proposed it, before an answer.
  record Withdraw(UUID slot) implements PhonesDownCommand {}
}
