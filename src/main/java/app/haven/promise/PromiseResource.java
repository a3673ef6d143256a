package app.haven.promise;

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

/// All promises of the two, the same for both: one list.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/promises")
class PromiseResource {
  private final Promises promises;
  private final EventLog log;
  private final Caller caller;
  private final Partners partners;

  @Inject
  PromiseResource(Promises promises, EventLog log, Caller caller, Partners partners) {
    this.promises = promises;
    this.log = log;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Transactional
  public Page<PromiseView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var rows =
        partners
            .of(caller.person())
            .map(pair -> promises.page(pair.couple().ours(), asked))
            .orElse(List.of());
    return Page.of(rows, asked, PromiseRow::madeSeq, shown -> PromiseView.of(shown, log));
  }

  @GET
  @Path("{id}")
  @Transactional
  public PromiseView one(@PathParam("id") String id) {
    var ours = partners.of(caller.person()).orElseThrow(Refusal::notFound).couple().ours();
    return promises
        .of(ours, DataReader.known(id))
        .map(found -> PromiseView.of(List.of(found), log))
        .stream()
        .flatMap(List::stream)
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }
}
