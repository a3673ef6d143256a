package app.haven.concern;

import app.haven.kernel.Caller;
import app.haven.kernel.EventLog;
import app.haven.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// A person's own drafts; nobody else can tell whether there are any.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/concern-drafts")
class ConcernDraftResource {
  private final ConcernDrafts drafts;
  private final EventLog log;
  private final Caller caller;

  @Inject
  ConcernDraftResource(ConcernDrafts drafts, EventLog log, Caller caller) {
    this.drafts = drafts;
    this.log = log;
    this.caller = caller;
  }

  @GET
  @Transactional
  public Page<ConcernDraftView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var author = caller.person();
    var rows = drafts.page(author, asked);
    return Page.of(
        rows, asked, ConcernDraftRow::keptSeq, shown -> ConcernDraftView.of(author, shown, log));
  }
}
