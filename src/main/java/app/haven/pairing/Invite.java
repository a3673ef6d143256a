package app.haven.pairing;

import app.haven.kernel.CoupleId;
import app.haven.kernel.PersonId;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A code on its way from one person to another: claiming it is the one consent, confirming the
/// claimant by name the other. Pure: the caller passes the clock in.
///
/// @param state as stored; see [#at]
/// @param couple what it became, once confirmed
record Invite(
    UUID id,
    PersonId inviter,
    @Nullable PersonId claimant,
    State state,
    @Nullable CoupleId couple,
    Instant expiresAt) {
  static final Duration VALID = Duration.ofHours(48);

  /// Lower case on the wire and in the database.
  enum State {
    OPEN,
    CLAIMED,
    CONFIRMED,
    REVOKED,
    EXPIRED;

    @JsonValue
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String wire) {
      return valueOf(wire.toUpperCase(Locale.ROOT));
    }
  }

  static Invite open(UUID id, PersonId inviter, Instant now) {
    return new Invite(id, inviter, null, State.OPEN, null, now.plus(VALID));
  }

  /// Time ends an invite by itself.
  State at(Instant now) {
    boolean living = state == State.OPEN || state == State.CLAIMED;
    return living && !now.isBefore(expiresAt) ? State.EXPIRED : state;
  }

  boolean claimableBy(PersonId person, Instant now) {
    return at(now) == State.OPEN && !inviter.equals(person);
  }

  Invite claimedBy(PersonId person) {
    return new Invite(id, inviter, person, State.CLAIMED, null, expiresAt);
  }

  Invite confirmed(CoupleId became) {
    return new Invite(id, inviter, claimant, State.CONFIRMED, became, expiresAt);
  }

  Invite revoked() {
    return new Invite(id, inviter, claimant, State.REVOKED, null, expiresAt);
  }

  List<PersonId> people() {
    return claimant == null ? List.of(inviter) : List.of(inviter, claimant);
  }
}
