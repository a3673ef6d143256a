package app.haven.carecard;

import app.haven.kernel.Caller;
import app.haven.kernel.EventLog;
import app.haven.kernel.Partners;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/// A person's own card, which nobody else can tell of; and what the two show each other.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/care-card")
@RunOnVirtualThread
class CarecardResource {
  private final CareSections sections;
  private final CareShares shares;
  private final EventLog log;
  private final Caller caller;
  private final Partners partners;

  @Inject
  CarecardResource(
      CareSections sections, CareShares shares, EventLog log, Caller caller, Partners partners) {
    this.sections = sections;
    this.shares = shares;
    this.log = log;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Transactional
  public List<CareSectionView> own() {
    var owner = caller.person();
    return CareSectionView.of(owner, sections.all(owner), log);
  }

  @GET
  @Path("shared")
  @Transactional
  public List<CareShareView> shared() {
    return partners
        .of(caller.person())
        .map(pair -> CareShareView.of(shares.all(pair.couple().ours()), log))
        .orElse(List.of());
  }
}
