package app.haven.expectation;

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

/// All exchanges of the two, the same for both.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/expectations")
class ExpectationResource {
  private final Expectations expectations;
  private final EventLog log;
  private final Caller caller;
  private final Partners partners;

  @Inject
  ExpectationResource(Expectations expectations, EventLog log, Caller caller, Partners partners) {
    this.expectations = expectations;
    this.log = log;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Transactional
  public Page<ExpectationView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var rows =
        partners
            .of(caller.person())
            .map(pair -> expectations.page(pair.couple().ours(), asked))
            .orElse(List.of());
    return Page.of(rows, asked, ExpectationRow::openedSeq, shown -> ExpectationView.of(shown, log));
  }

  @GET
  @Path("{id}")
  @Transactional
  public ExpectationView one(@PathParam("id") String id) {
    var ours = partners.of(caller.person()).orElseThrow(Refusal::notFound).couple().ours();
    return expectations
        .of(ours, DataReader.known(id))
        .map(found -> ExpectationView.of(List.of(found), log))
        .stream()
        .flatMap(List::stream)
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }
}
