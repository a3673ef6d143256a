package app.haven.notify;

import app.haven.kernel.Caller;
import app.haven.kernel.DataReader;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.kernel.SignIns;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// One's own browsers that are reached while the app is closed. Nobody else sees or changes them.
@Path("/api/v1/push/devices")
@Authenticated
@RunOnVirtualThread
class PushResource {
  private final Caller caller;
  private final SignIns signIns;
  private final SecurityIdentity identity;
  private final PushSubscriptions subscriptions;
  private final PushServices services;
  private final Ways ways;
  private final Clock clock;

  @Inject
  PushResource(
      Caller caller,
      SignIns signIns,
      SecurityIdentity identity,
      PushSubscriptions subscriptions,
      PushServices services,
      Ways ways,
      Clock clock) {
    this.caller = caller;
    this.signIns = signIns;
    this.identity = identity;
    this.subscriptions = subscriptions;
    this.services = services;
    this.ways = ways;
    this.clock = clock;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "One's own browsers that are reached")
  public List<PushSubscriptionView> list() {
    PersonId me = caller.person();
    return QuarkusTransaction.requiringNew().call(() -> subscriptions.of(me));
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Lets a browser be reached",
      description = "The id is the one its hello carries; the body is the browser's subscription.")
  public void put(@PathParam("id") String id, @Nullable Subscription subscription) {
    if (!ways.push()) throw Refusal.notFound();
    if (subscription == null) throw Refusal.of(Code.BAD_FRAME, "One JSON object is expected here.");
    subscription.check(services);
    var me = signIns.of(identity);
    var browser = DataReader.known(id);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    QuarkusTransaction.requiringNew()
        .run(() -> subscriptions.put(me.person(), browser, subscription, me.session(), now));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Lets a browser be reached no longer")
  public void remove(@PathParam("id") String id) {
    PersonId me = caller.person();
    var browser = DataReader.known(id).toString();
    QuarkusTransaction.requiringNew().run(() -> subscriptions.remove(me, browser));
  }
}
