package app.haven.activity;

import app.haven.kernel.Caller;
import app.haven.kernel.DataReader;
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

/// What the two did together or meant to, the same for both.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/activities")
class ActivityResource {
  private final Activities activities;
  private final Caller caller;
  private final Partners partners;

  @Inject
  ActivityResource(Activities activities, Caller caller, Partners partners) {
    this.activities = activities;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Transactional
  public Page<ActivityView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var rows =
        partners
            .of(caller.person())
            .map(pair -> activities.page(pair.couple().ours(), asked))
            .orElse(List.of());
    return Page.of(
        rows,
        asked,
        ActivityRow::offeredSeq,
        shown -> shown.stream().map(ActivityView::of).toList());
  }

  @GET
  @Path("{id}")
  @Transactional
  public ActivityView one(@PathParam("id") String id) {
    var ours = partners.of(caller.person()).orElseThrow(Refusal::notFound).couple().ours();
    return activities
        .of(ours, DataReader.known(id))
        .map(ActivityView::of)
        .orElseThrow(Refusal::notFound);
  }
}
