package app.haven.pairing;

import app.haven.identity.People;
import app.haven.kernel.Caller;
import app.haven.kernel.DataReader;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.kernel.Words;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Invitations, for the two people of each.
@Path("/api/v1/invites")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class InviteResource {
  private static final int LONGEST_TYPED = 64;

  private final Caller caller;
  private final Pairing pairing;
  private final People people;

  @Inject
  InviteResource(Caller caller, Pairing pairing, People people) {
    this.caller = caller;
    this.pairing = pairing;
    this.people = people;
  }

  @GET
  public InviteView.Items all() {
    var me = caller.person();
    return new InviteView.Items(pairing.living(me).stream().map(i -> view(i, me)).toList());
  }

  private InviteView view(Invite invite, PersonId me) {
    var state = invite.at(pairing.now());
    boolean inviter = invite.inviter().equals(me);
    boolean matters = state != Invite.State.REVOKED && state != Invite.State.EXPIRED;
    return new InviteView(
        invite.id(),
        inviter ? "inviter" : "claimant",
        state,
        invite.expiresAt(),
        inviter || matters ? name(invite.inviter()) : null,
        !inviter || matters ? name(invite.claimant()) : null);
  }

  private InviteView.@Nullable Name name(@Nullable PersonId person) {
    return person == null ? null : people.find(person).map(InviteView.Name::of).orElse(null);
  }

  @POST
  @ResponseStatus(201)
  public InviteView.Made invite() {
    return pairing.invite(caller.person());
  }

  /// What a person typed or followed a link with.
  private record Typed(@Words(LONGEST_TYPED) String code) {}

  @POST
  @Path("/claim")
  @Consumes(MediaType.APPLICATION_JSON)
  public InviteView.Claimed claim(@Nullable ObjectNode body) {
    if (body == null) throw Refusal.of(Code.BAD_FRAME, "One JSON object is expected here.");
    var me = caller.person();
    var invite = pairing.claim(me, DataReader.read(body, Typed.class).code());
    var inviter = name(invite.inviter());
    if (inviter == null) throw Refusal.notFound();
    return new InviteView.Claimed(invite.id(), inviter);
  }

  @GET
  @Path("/{id}")
  public InviteView one(UUID id) {
    var me = caller.person();
    return view(pairing.find(me, id), me);
  }

  @POST
  @Path("/{id}/confirm")
  public InviteView.Confirmed confirm(UUID id) {
    return new InviteView.Confirmed(pairing.confirm(caller.person(), id).value());
  }

  @DELETE
  @Path("/{id}")
  public void revoke(UUID id) {
    pairing.revoke(caller.person(), id);
  }
}
