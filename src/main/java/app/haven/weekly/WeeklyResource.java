package app.haven.weekly;

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

/// All weekly check-ins of the two, the same for both.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/weeklies")
class WeeklyResource {
  private final Weeklies weeklies;
  private final WeeklyReads reads;
  private final Caller caller;
  private final Partners partners;

  @Inject
  WeeklyResource(Weeklies weeklies, WeeklyReads reads, Caller caller, Partners partners) {
    this.weeklies = weeklies;
    this.reads = reads;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Transactional
  public Page<WeeklyView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var pair = partners.of(caller.person());
    if (pair.isEmpty()) return new Page<>(List.of(), null);
    var ours = pair.get().couple().ours();
    return Page.of(
        weeklies.page(ours, asked), asked, WeeklyRow::openedSeq, shown -> reads.of(ours, shown));
  }

  @GET
  @Path("{id}")
  @Transactional
  public WeeklyView one(@PathParam("id") String id) {
    var ours = partners.of(caller.person()).orElseThrow(Refusal::notFound).couple().ours();
    var row = weeklies.of(ours, DataReader.known(id)).orElseThrow(Refusal::notFound);
    return reads.of(ours, List.of(row)).stream().findFirst().orElseThrow(Refusal::notFound);
  }
}
