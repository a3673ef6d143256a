package app.haven.need;

import app.haven.kernel.Caller;
import app.haven.kernel.DataReader;
import app.haven.kernel.EventLog;
import app.haven.kernel.Page;
import app.haven.kernel.Refusal;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// The boundaries a person keeps; nobody else can tell whether there are any.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/own-boundaries")
class OwnBoundaryResource {
  private final OwnCards own;
  private final EventLog log;
  private final Caller caller;

  @Inject
  OwnBoundaryResource(OwnCards own, EventLog log, Caller caller) {
    this.own = own;
    this.log = log;
    this.caller = caller;
  }

  @GET
  @Transactional
  public Page<KeptBoundaryView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var rows = own.page(caller.person(), Card.BOUNDARY, asked);
    return Page.of(rows, asked, OwnCardRow::keptSeq, shown -> KeptBoundaryView.of(shown, log));
  }

  @GET
  @Path("{id}")
  @Transactional
  public KeptBoundaryView one(@PathParam("id") String id) {
    return own.of(caller.person(), Card.BOUNDARY, DataReader.known(id))
        .map(row -> KeptBoundaryView.whole(row, log))
        .orElseThrow(Refusal::notFound);
  }
}
