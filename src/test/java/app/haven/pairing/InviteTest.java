package app.haven.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.CoupleId;
import app.haven.kernel.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InviteTest {
  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
  private static final Instant END = Instant.parse("2026-11-23T18:00:00Z");

  private final PersonId alex = new PersonId(UUID.randomUUID());
  private final PersonId sam = new PersonId(UUID.randomUUID());
  private final Invite open = Invite.open(UUID.randomUUID(), alex, NOW);

  @Test
  void itIsGoodForFortyEightHours() {
    assertThat(open.claimableBy(sam, END.minusMillis(1))).isTrue();
    assertThat(open.claimableBy(sam, END)).isFalse();
    assertThat(open.at(END)).isEqualTo(Invite.State.EXPIRED);
  }

  @Test
  void nobodyClaimsTheirOwn() {
    assertThat(open.claimableBy(alex, NOW)).isFalse();
  }

  @Test
  void itIsClaimedOnce() {
    var claimed = open.claimedBy(sam);
    assertThat(claimed.claimableBy(new PersonId(UUID.randomUUID()), NOW)).isFalse();
    assertThat(claimed.people()).containsExactly(alex, sam);
    assertThat(claimed.at(END)).isEqualTo(Invite.State.EXPIRED);
  }

  @Test
  void whatWasRevokedOrConfirmedStaysSo() {
    assertThat(open.revoked().at(END)).isEqualTo(Invite.State.REVOKED);
    assertThat(open.revoked().claimableBy(sam, NOW)).isFalse();
    var couple = new CoupleId(UUID.randomUUID());
    assertThat(open.claimedBy(sam).confirmed(couple).at(END)).isEqualTo(Invite.State.CONFIRMED);
  }
}
