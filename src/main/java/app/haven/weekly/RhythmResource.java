package app.haven.weekly;

import app.haven.kernel.Caller;
import app.haven.kernel.Partners;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/// The day and the time of the two: what they agreed on, and what one of them proposes.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/weekly-rhythms")
class RhythmResource {
  private final Rhythms rhythms;
  private final Caller caller;
  private final Partners partners;

  @Inject
  RhythmResource(Rhythms rhythms, Caller caller, Partners partners) {
    this.rhythms = rhythms;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Transactional
  public List<RhythmView> list() {
    return partners
        .of(caller.person())
        .map(pair -> rhythms.standing(pair.couple().ours()))
        .orElse(List.of())
        .stream()
        .map(RhythmView::of)
        .toList();
  }
}
