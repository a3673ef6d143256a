package app.haven.feeling;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// One's own moments; to anybody else they do not exist.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/feelings")
@RunOnVirtualThread
class FeelingResource {
  private final Moments moments;
  private final FeelingWishRows wishes;
  private final EventLog log;
  private final Caller caller;

  @Inject
  FeelingResource(Moments moments, FeelingWishRows wishes, EventLog log, Caller caller) {
    this.moments = moments;
    this.wishes = wishes;
    this.log = log;
    this.caller = caller;
  }

  @GET
  @Transactional
  public Page<MomentView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var owner = caller.person();
    return Page.of(
        moments.page(owner, asked),
        asked,
        MomentRow::firstSeq,
        shown -> MomentView.of(owner, shown, log));
  }

  @GET
  @Path("wishes")
  @Transactional
  public FeelingWishesView wishes() {
    return FeelingWishesView.of(wishes.state(caller.person()));
  }

  /// With its versions.
  @GET
  @Path("{id}")
  @Transactional
  public MomentView one(@PathParam("id") String id) {
    var owner = caller.person();
    return moments
        .standing(owner, DataReader.known(id))
        .map(row -> MomentView.whole(owner, row, log))
        .orElseThrow(Refusal::notFound);
  }
}
