package app.haven.pairing;

import app.haven.kernel.CoupleId;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Sealing;
import app.haven.kernel.Streams;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// From a code to a couple: made, claimed, confirmed; either may withdraw until then. Each step is
/// a transaction of its own.
@ApplicationScoped
public class Pairing {
  private static final Logger LOG = Logger.getLogger(Pairing.class);

  private final Invites invites;
  private final Guesses guesses;
  private final Couples couples;
  private final OwnStreams own;
  private final Streams streams;
  private final Sealing sealing;
  private final Clock clock;

  @Inject
  Pairing(
      Invites invites,
      Guesses guesses,
      Couples couples,
      OwnStreams own,
      Streams streams,
      Sealing sealing,
      Clock clock) {
    this.invites = invites;
    this.guesses = guesses;
    this.couples = couples;
    this.own = own;
    this.streams = streams;
    this.sealing = sealing;
    this.clock = clock;
  }

  InviteView.Made invite(PersonId inviter) {
    return QuarkusTransaction.requiringNew()
        .call(() -> {
          own.lock(List.of(inviter));
          var now = now();
          alone(inviter);
          guesses.mayInvite(inviter, now);
          var invite = Invite.open(own.newId(), inviter, now);
          var code = Code.random();
          invites.add(invite, code, now);
          return new InviteView.Made(invite.id(), code.text(), invite.expiresAt());
        });
  }

  private void alone(PersonId person) {
    if (couples.of(person).isPresent()) {
      throw Refusal.conflict("You already share a space. Leaving it comes first.", null);
    }
  }

  /// @throws Refusal `not-found`, the same for every code that does not fit, whatever the reason
  Invite claim(PersonId claimant, String typed) {
    var code = Code.read(typed);
    // A wrong code is counted, so the transaction commits before the refusal.
    return QuarkusTransaction.requiringNew()
        .call(() -> claimed(claimant, code))
        .orElseThrow(Pairing::noSuchCode);
  }

  private static Refusal noSuchCode() {
    return Refusal.of(
        Refusal.Code.NOT_FOUND,
        "This code does not fit. It may be mistyped, used, withdrawn or too old.");
  }

  private Optional<Invite> claimed(PersonId claimant, Optional<Code> code) {
    var found = code.flatMap(invites::byCode);
    own.lock(found.map(i -> List.of(claimant, i.inviter())).orElse(List.of(claimant)));
    var now = now();
    alone(claimant);
    guesses.mayClaim(claimant, now);
    var claimed =
        found
            .flatMap(i -> invites.find(i.id()))
            .filter(i -> i.claimableBy(claimant, now) && couples.of(i.inviter()).isEmpty())
            .map(i -> i.claimedBy(claimant));
    claimed.ifPresentOrElse(this::store, () -> guesses.wrong(claimant, now));
    return claimed;
  }

  private void store(Invite invite) {
    invites.save(invite);
    own.tell(invite.people(), PairingEvent.changed(invite));
  }

  /// Opens the couple's space. Other invites of the two are over then.
  CoupleId confirm(PersonId inviter, UUID id) {
    var confirmed = underLock(inviter, id, (invite, now) -> confirmed(inviter, invite, now));
    confirmed.people().forEach(this::revokeAll);
    return couple(confirmed);
  }

  private Invite confirmed(PersonId inviter, Invite invite, Instant now) {
    if (!invite.inviter().equals(inviter)) throw Refusal.notYours();
    var claimant = invite.claimant();
    boolean again = invite.state() == Invite.State.CONFIRMED;
    if (again) return invite;
    if (invite.at(now) != Invite.State.CLAIMED || claimant == null) {
      throw Refusal.conflict("Nobody waits to be confirmed here.", stands(invite, now));
    }
    if (couples.of(inviter).isPresent() || couples.of(claimant).isPresent()) {
      throw Refusal.conflict("One of you already shares a space.", stands(invite, now));
    }
    var couple = new CoupleId(own.newId());
    var confirmed = invite.confirmed(couple);
    open(couple, inviter, claimant, now);
    store(confirmed);
    own.tell(confirmed.people(), PairingEvent.opened(couple));
    return confirmed;
  }

  private static PairingEvent.InviteChanged stands(Invite invite, Instant now) {
    return new PairingEvent.InviteChanged(invite.id(), invite.at(now));
  }

  private void open(CoupleId couple, PersonId one, PersonId other, Instant now) {
    streams.open(couple.ours(), one, other, now);
    sealing.create(new Sealing.Key(couple.ours(), one));
    sealing.create(new Sealing.Key(couple.ours(), other));
    couples.add(couple, one, other, now);
  }

  private static CoupleId couple(Invite confirmed) {
    var couple = confirmed.couple();
    if (couple == null) throw new IllegalStateException("confirmed without a couple");
    return couple;
  }

  void revoke(PersonId person, UUID id) {
    underLock(person, id, this::revoked);
  }

  private Invite revoked(Invite invite, Instant now) {
    return switch (invite.at(now)) {
      case OPEN, CLAIMED -> {
        var revoked = invite.revoked();
        store(revoked);
        yield revoked;
      }
      case REVOKED, EXPIRED -> invite;
      case CONFIRMED ->
          throw Refusal.conflict("This invitation has become a space.", stands(invite, now));
    };
  }

  /// Ends whatever invites this person has, made or claimed.
  public void revokeAll(PersonId person) {
    for (var invite : invites.living(person, now())) {
      try {
        revoke(invite.inviter(), invite.id());
      } catch (Refusal overMeanwhile) {
        LOG.debugf("an invitation was over before: %s", overMeanwhile.code().wire);
      }
    }
  }

  /// Locks the people of an invite, reads it again and changes it. If it was claimed while we
  /// waited there is one more person to lock, and locks are only ever taken all together.
  private Invite underLock(PersonId person, UUID id, BiFunction<Invite, Instant, Invite> change) {
    while (true) {
      var changed = QuarkusTransaction.requiringNew().call(() -> attempt(person, id, change));
      if (changed != null) return changed;
    }
  }

  private @Nullable Invite attempt(
      PersonId person, UUID id, BiFunction<Invite, Instant, Invite> change) {
    var before = find(person, id);
    own.lock(before.people());
    var invite = find(person, id);
    return invite.people().equals(before.people()) ? change.apply(invite, now()) : null;
  }

  /// @throws Refusal `not-found` also for everybody else's
  Invite find(PersonId person, UUID id) {
    return invites
        .find(id)
        .filter(invite -> invite.people().contains(person))
        .orElseThrow(Refusal::notFound);
  }

  List<Invite> living(PersonId person) {
    return invites.living(person, now());
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
