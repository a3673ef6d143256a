package app.haven.plan;

import app.haven.kernel.Caller;
import app.haven.kernel.EventLog;
import app.haven.kernel.Page;
import app.haven.kernel.Partners;
import app.haven.kernel.StreamId;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The plans and ideas of a couple, the same for both. No surprise is among them.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1")
@RunOnVirtualThread
class PlanResource {
  private final Plans plans;
  private final Ideas ideas;
  private final EventLog log;
  private final Caller caller;
  private final Partners partners;

  @Inject
  PlanResource(Plans plans, Ideas ideas, EventLog log, Caller caller, Partners partners) {
    this.plans = plans;
    this.ideas = ideas;
    this.log = log;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Path("plans")
  @Transactional
  public Page<PlanView> plans(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var rows = ours().map(ours -> plans.page(ours, asked)).orElse(List.of());
    return Page.of(rows, asked, PlanRow::madeSeq, shown -> PlanView.of(shown, log));
  }

  @GET
  @Path("ideas")
  @Transactional
  public Page<IdeaView> ideas(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var rows = ours().map(ours -> ideas.page(ours, asked)).orElse(List.of());
    return Page.of(rows, asked, IdeaRow::addedSeq, shown -> IdeaView.of(shown, log));
  }

  private Optional<StreamId> ours() {
    return partners.of(caller.person()).map(pair -> pair.couple().ours());
  }
}
