package app.haven.bid;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/// Joins muting with its rows.
@ApplicationScoped
class MuteDecider implements Decider<MuteCommand> {
  static final Map<String, Shape<MuteCommand>> COMMANDS =
      Map.of("mute.set", new Shape<>(MuteCommand.Set.class, Scope.SELF));

  private final Mutes mutes;

  @Inject
  MuteDecider(Mutes mutes) {
    this.mutes = mutes;
  }

  @Override
  public Map<String, Shape<MuteCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Decision decide(Who who, MuteCommand command, Instant now) {
    return switch (command) {
      case MuteCommand.Set(var kind, var muted) ->
          Decision.of(
              new MuteEvent.Changed(kind, muted).fact(), _ -> mutes.set(who.person(), kind, muted));
    };
  }
}
