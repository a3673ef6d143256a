package app.haven.weekly;

import app.haven.kernel.Blind;
import app.haven.kernel.Caller;
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

/// What a person keeps for weekly check-ins; nobody else can tell whether there is any.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/weekly-drafts")
class WeeklyDraftResource {
  private final Blind blind;
  private final Caller caller;

  @Inject
  WeeklyDraftResource(Blind blind, Caller caller) {
    this.blind = blind;
    this.caller = caller;
  }

  @GET
  @Transactional
  public Page<WeeklyDraftView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    return Page.of(
        blind.own(caller.person(), Weekly.KIND, asked),
        asked,
        own -> own.kept().seq(),
        shown -> shown.stream().map(WeeklyDraftView::of).toList());
  }
}
