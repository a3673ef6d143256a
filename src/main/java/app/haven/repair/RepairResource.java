package app.haven.repair;

import app.haven.kernel.Caller;
import app.haven.kernel.DataReader;
import app.haven.kernel.EventLog;
import app.haven.kernel.Page;
import app.haven.kernel.Partners;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Who;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was offered and received. Each reads what they gave and what they were given; all of it in
/// one order is there only once both want it.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/repairs")
class RepairResource {
  private final Repairs repairs;
  private final FollowUps followUps;
  private final RepairWishes wishes;
  private final EventLog log;
  private final Caller caller;
  private final Partners partners;

  @Inject
  RepairResource(
      Repairs repairs,
      FollowUps followUps,
      RepairWishes wishes,
      EventLog log,
      Caller caller,
      Partners partners) {
    this.repairs = repairs;
    this.followUps = followUps;
    this.wishes = wishes;
    this.log = log;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Path("offered")
  @Transactional
  public Page<RepairView> offered(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    return own(limit, before, Who.Paired::person);
  }

  @GET
  @Path("received")
  @Transactional
  public Page<RepairView> received(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    return own(limit, before, Who.Paired::partner);
  }

  private Page<RepairView> own(
      @Nullable String limit, @Nullable String before, Function<Who.Paired, PersonId> giver) {
    var asked = Page.asked(limit, before);
    var rows =
        partners
            .of(caller.person())
            .map(pair -> repairs.page(pair.couple().ours(), giver.apply(pair), asked))
            .orElse(List.of());
    return page(rows, asked);
  }

  private Page<RepairView> page(List<RepairRow> rows, Page.Asked asked) {
    return Page.of(rows, asked, RepairRow::offeredSeq, shown -> RepairView.of(shown, log));
  }

  /// 404 to both until both want it: it does not tell which of them does.
  @GET
  @Path("timeline")
  @Transactional
  public Page<RepairView> timeline(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var pair = pair();
    boolean both =
        wishes.shares(pair.person(), pair.couple()) && wishes.shares(pair.partner(), pair.couple());
    if (!both) throw Refusal.notFound();
    return page(repairs.page(pair.couple().ours(), asked), asked);
  }

  @GET
  @Path("{id}")
  @Transactional
  public RepairView one(@PathParam("id") String id) {
    return repairs
        .of(pair().couple().ours(), DataReader.known(id))
        .map(found -> RepairView.of(List.of(found), log))
        .stream()
        .flatMap(List::stream)
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  @GET
  @Path("threads/{id}")
  @Transactional
  public ThreadView thread(@PathParam("id") String thread) {
    var ours = pair().couple().ours();
    var id = DataReader.known(thread);
    var attempts = RepairView.of(repairs.thread(ours, id), log);
    if (attempts.isEmpty()) throw Refusal.notFound();
    var asked = followUps.of(ours, id).map(FollowUpView::of).orElse(null);
    return new ThreadView(id, attempts, asked);
  }

  private Who.Paired pair() {
    return partners.of(caller.person()).orElseThrow(Refusal::notFound);
  }
}
