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

/// All needs the two shared, the same for both.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/needs")
class NeedResource {
  private final Needs needs;
  private final EventLog log;
  private final Caller caller;
  private final Partners partners;

  @Inject
  NeedResource(Needs needs, EventLog log, Caller caller, Partners partners) {
    this.needs = needs;
    this.log = log;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Transactional
  public Page<NeedView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var rows =
        partners
            .of(caller.person())
            .map(pair -> needs.page(pair.couple().ours(), asked))
            .orElse(List.of());
    return Page.of(rows, asked, NeedRow::sharedSeq, shown -> NeedView.of(shown, log));
  }

  @GET
  @Path("{id}")
  @Transactional
  public NeedView one(@PathParam("id") String id) {
    var ours = partners.of(caller.person()).orElseThrow(Refusal::notFound).couple().ours();
    return needs
        .of(ours, DataReader.known(id))
        .map(row -> NeedView.whole(row, log))
        .orElseThrow(Refusal::notFound);
  }
}
