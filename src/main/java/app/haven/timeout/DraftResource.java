package app.haven.timeout;

import app.haven.kernel.Caller;
import app.haven.kernel.DataReader;
import app.haven.kernel.EventLog;
import app.haven.kernel.Page;
import app.haven.kernel.Refusal;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person's own drafts; nobody else can tell whether there are any.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/drafts")
@RunOnVirtualThread
class DraftResource {
  private final Drafts drafts;
  private final EventLog log;
  private final Caller caller;

  @Inject
  DraftResource(Drafts drafts, EventLog log, Caller caller) {
    this.drafts = drafts;
    this.log = log;
    this.caller = caller;
  }

  @GET
  @Transactional
  public Page<DraftView> list(
      @QueryParam("timeout") @Nullable String timeout,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var author = caller.person();
    var rows = drafts.page(author, timeout == null ? null : uuid(timeout), asked);
    return Page.of(rows, asked, DraftRow::keptSeq, shown -> DraftView.of(author, shown, log));
  }

  private static UUID uuid(String timeout) {
    try {
      return DataReader.uuid(timeout);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("timeout", "The id of a time-out is allowed here.");
    }
  }
}
