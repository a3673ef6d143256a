package app.haven.question;

import app.haven.kernel.Caller;
import app.haven.kernel.EventLog;
import app.haven.kernel.Page;
import app.haven.kernel.Partners;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All owns of the two that were raised, the same for both.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/own-questions")
class OwnResource {
  private final Owns owns;
  private final EventLog log;
  private final Caller caller;
  private final Partners partners;

  @Inject
  OwnResource(Owns owns, EventLog log, Caller caller, Partners partners) {
    this.owns = owns;
    this.log = log;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Transactional
  public Page<AddedView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var rows =
        partners
            .of(caller.person())
            .map(pair -> owns.page(pair.couple().ours(), asked))
            .orElse(List.of());
    return Page.of(rows, asked, OwnRow::addedSeq, shown -> AddedView.of(shown, log));
  }
}
