package app.haven.weekly;

import app.haven.kernel.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/// One's own calendar address. Nobody else sees whether there is one.
@Path("/api/v1/weekly-feed")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FeedResource {
  private final Caller caller;
  private final FeedRows feeds;
  private final Clock clock;
  private final String home;

  @Inject
  FeedResource(
      Caller caller,
      FeedRows feeds,
      Clock clock,
      @ConfigProperty(name = "haven.public-url") String home) {
    this.caller = caller;
    this.feeds = feeds;
    this.clock = clock;
    this.home = home;
  }

  @GET
  @Operation(summary = "Whether one's own calendar address is there")
  public FeedView mine() {
    var me = caller.person();
    var since = QuarkusTransaction.requiringNew().call(() -> feeds.since(me));
    return new FeedView(since.map(FeedView.Item::new).stream().toList());
  }

  @POST
  @ResponseStatus(201)
  @Operation(
      summary = "Makes a new calendar address",
      description = "It is shown this once. One made before leads nowhere any more.")
  public FeedView.Made make() {
    var me = caller.person();
    var secret = FeedSecret.random();
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    QuarkusTransaction.requiringNew().run(() -> feeds.put(me, secret, now));
    return new FeedView.Made(home + CalendarResource.PATH + "/" + secret.file(), now);
  }

  @DELETE
  @Operation(summary = "Takes the calendar address away, at once")
  public void remove() {
    var me = caller.person();
    QuarkusTransaction.requiringNew().run(() -> feeds.remove(me));
  }
}
