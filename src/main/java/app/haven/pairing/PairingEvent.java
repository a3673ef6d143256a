package app.haven.pairing;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import java.util.UUID;

/// What pairing and leaving say on the own streams of the people concerned.
final class PairingEvent {
  private PairingEvent() {}

  record InviteChanged(UUID invite, Invite.State state) {}

  record CoupleChanged(CoupleId couple) {}

  static Fact changed(Invite invite) {
    return new Fact(Target.MINE, "invite.changed", new InviteChanged(invite.id(), invite.state()));
  }

  static Fact opened(CoupleId couple) {
    return new Fact(Target.MINE, "couple.opened", new CoupleChanged(couple));
  }

  static Fact closed(CoupleId couple) {
    return new Fact(Target.MINE, "couple.closed", new CoupleChanged(couple));
  }
}
