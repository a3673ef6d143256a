package app.haven.weekly;

import app.haven.kernel.Partners;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/// What a calendar program reads. It cannot sign in: whoever holds the address reads the day and
/// the time. Nothing is kept about who asked or when, and one that was taken away answers as one
/// that never was.
@Path(CalendarResource.PATH)
@PermitAll
@RunOnVirtualThread
class CalendarResource {
  static final String PATH = "/api/v1/calendar";

  private final FeedRows feeds;
  private final Partners partners;
  private final Rhythms rhythms;
  private final Clock clock;

  @Inject
  CalendarResource(FeedRows feeds, Partners partners, Rhythms rhythms, Clock clock) {
    this.feeds = feeds;
    this.partners = partners;
    this.rhythms = rhythms;
    this.clock = clock;
  }

  @GET
  @Path("{file}")
  @Produces("text/calendar;charset=utf-8")
  @ResponseHeader(name = "X-Robots-Tag", value = "noindex, nofollow")
  @Operation(
      summary = "The weekly check-in for a calendar program",
      description = "Needs no sign-in: the address is the secret. It says Haven and when.")
  public String read(@PathParam("file") String file) {
    return QuarkusTransaction.requiringNew()
        .call(() -> FeedSecret.read(file).flatMap(feeds::whose).map(this::of))
        .orElseThrow(Refusal::notFound);
  }

  private String of(PersonId person) {
    return partners
        .of(person)
        .flatMap(pair -> rhythms.agreed(pair.couple().ours()))
        .map(row -> Feed.of(row.rhythm(), row.agreedAt(), clock.instant()))
        .orElseGet(Feed::empty);
  }
}
