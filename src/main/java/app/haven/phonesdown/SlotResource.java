package app.haven.phonesdown;

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

/// The times with the phones away, the same for both.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/phones-down")
class SlotResource {
  private final Slots slots;
  private final Caller caller;
  private final Partners partners;

  @Inject
  SlotResource(Slots slots, Caller caller, Partners partners) {
    this.slots = slots;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Transactional
  public Page<SlotView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var rows =
        partners
            .of(caller.person())
            .map(pair -> slots.page(pair.couple().ours(), asked))
            .orElse(List.of());
    return Page.of(
        rows, asked, SlotRow::proposedSeq, shown -> shown.stream().map(SlotView::of).toList());
  }

  @GET
  @Path("{id}")
  @Transactional
  public SlotView one(@PathParam("id") String id) {
    var ours = partners.of(caller.person()).orElseThrow(Refusal::notFound).couple().ours();
    return slots.of(ours, DataReader.known(id)).map(SlotView::of).orElseThrow(Refusal::notFound);
  }
}
