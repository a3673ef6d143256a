package app.haven.checkin;

import app.haven.kernel.Caller;
import app.haven.kernel.EventLog;
import app.haven.kernel.Page;
import app.haven.kernel.Partners;
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
import org.jspecify.annotations.Nullable;

/// How both were, day by day, the same for both.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/checkins")
@RunOnVirtualThread
class CheckinResource {
  private final Checkins checkins;
  private final EventLog log;
  private final Caller caller;
  private final Partners partners;

  @Inject
  CheckinResource(Checkins checkins, EventLog log, Caller caller, Partners partners) {
    this.checkins = checkins;
    this.log = log;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Transactional
  public Page<CheckinView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var rows =
        partners
            .of(caller.person())
            .map(pair -> checkins.page(pair.couple().ours(), asked))
            .orElse(List.of());
    return Page.of(rows, asked, CheckinRow::toldSeq, shown -> CheckinView.of(shown, log));
  }
}
