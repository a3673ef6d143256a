package app.haven.need;

import app.haven.kernel.Caller;
import app.haven.kernel.DataReader;
import app.haven.kernel.EventLog;
import app.haven.kernel.Page;
import app.haven.kernel.Partners;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All boundaries the two shared, the same for both.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/boundaries")
class BoundaryResource {
  private final Boundaries boundaries;
  private final EventLog log;
  private final Caller caller;
  private final Partners partners;

  @Inject
  BoundaryResource(Boundaries boundaries, EventLog log, Caller caller, Partners partners) {
    this.boundaries = boundaries;
    this.log = log;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Transactional
  public Page<BoundaryView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var rows =
        partners
            .of(caller.person())
            .map(pair -> boundaries.page(pair.couple().ours(), asked))
            .orElse(List.of());
    return Page.of(rows, asked, BoundaryRow::sharedSeq, shown -> BoundaryView.of(shown, log));
  }

  @GET
  @Path("{id}")
  @Transactional
  public BoundaryView one(@PathParam("id") String id) {
    var ours = partners.of(caller.person()).orElseThrow(Refusal::notFound).couple().ours();
    return boundaries
        .of(ours, DataReader.known(id))
        .map(row -> BoundaryView.whole(row, log))
        .orElseThrow(Refusal::notFound);
  }
}
