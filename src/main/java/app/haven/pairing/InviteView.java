package app.haven.pairing;

import app.haven.identity.Person;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An invite as one of its two people sees it. The other's name is there only while it matters:
/// someone who was turned away need not follow how the other is called from then on.
///
/// @param role `inviter` or `claimant`
@JsonInclude(Include.ALWAYS)
record InviteView(
    UUID id,
    String role,
    Invite.State state,
    Instant expiresAt,
    @Nullable Name inviter,
    @Nullable Name claimant) {

  record Name(String displayName) {
    static Name of(Person person) {
      return new Name(person.displayName());
    }
  }

  /// The answer to making an invite: the only time its code is told.
  record Made(UUID id, String code, Instant expiresAt) {}

  record Claimed(UUID id, Name inviter) {}

  record Confirmed(UUID coupleId) {}

  record Items(List<InviteView> items) {}
}
