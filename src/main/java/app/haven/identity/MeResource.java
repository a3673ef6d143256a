package app.haven.identity;

import app.haven.kernel.Caller;
import app.haven.kernel.Partners;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One's own settings.
@Path("/api/v1/me")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MeResource {
  private final Caller caller;
  private final People people;
  private final Partners partners;
  private final Clock clock;

  @Inject
  MeResource(Caller caller, People people, Partners partners, Clock clock) {
    this.caller = caller;
    this.people = people;
    this.partners = partners;
    this.clock = clock;
  }

  @GET
  public MeView me() {
    return view(people.find(caller.person()).orElseThrow(MeResource::gone));
  }

  @PATCH
  @Consumes(MediaType.APPLICATION_JSON)
  public MeView change(@Nullable ObjectNode changes) {
    if (changes == null) throw Refusal.of(Code.BAD_FRAME, "One JSON object is expected here.");
    var me = caller.person();
    return view(QuarkusTransaction.requiringNew().call(() -> changed(me, changes)));
  }

  private Person changed(PersonId me, ObjectNode changes) {
    var person = people.lock(me).orElseThrow(MeResource::gone);
    var changed = MeChange.apply(person, changes, clock.instant());
    people.save(changed);
    return changed;
  }

  /// Erased between the check of the sign-in and now.
  private static Refusal gone() {
    return Refusal.of(Code.SIGN_IN, "Please sign in to see this.");
  }

  private MeView view(Person me) {
    return MeView.of(me, partners.of(me.id()).flatMap(this::couple).orElse(null));
  }

  /// Empty if the space closes just now.
  private Optional<MeView.Couple> couple(Who.Paired paired) {
    var since = partners.since(paired.couple());
    return people
        .find(paired.partner())
        .map(MeView::partner)
        .flatMap(
            partner -> since.map(at -> new MeView.Couple(paired.couple().value(), at, partner)));
  }
}
