package app.haven.agreement;

import app.haven.kernel.Caller;
import app.haven.kernel.DataReader;
import app.haven.kernel.EventLog;
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

/// All agreements of the two, the same for both, with their whole history.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/agreements")
class AgreementResource {
  private final Agreements agreements;
  private final EventLog log;
  private final Caller caller;
  private final Partners partners;

  @Inject
  AgreementResource(Agreements agreements, EventLog log, Caller caller, Partners partners) {
    this.agreements = agreements;
    this.log = log;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Transactional
  public Page<AgreementView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var rows =
        partners
            .of(caller.person())
            .map(pair -> agreements.page(pair.couple().ours(), asked))
            .orElse(List.of());
    return Page.of(rows, asked, AgreementRow::firstSeq, shown -> AgreementView.of(shown, log));
  }

  @GET
  @Path("{id}")
  @Transactional
  public AgreementView one(@PathParam("id") String id) {
    return AgreementView.of(List.of(row(id)), log).stream()
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  private AgreementRow row(String id) {
    var ours = partners.of(caller.person()).orElseThrow(Refusal::notFound).couple().ours();
    return agreements.of(ours, DataReader.known(id)).orElseThrow(Refusal::notFound);
  }

  /// The entries as they were written, the first first: all that is needed to verify the chain
  /// without trusting us.
  @GET
  @Path("{id}/history")
  @Transactional
  public List<HistoryEntry> history(@PathParam("id") String id) {
    var row = row(id);
    var entries = AgreementView.entries(row, log.at(row.stream(), row.seqs().boxed().toList()));
    if (entries.isEmpty()) throw Refusal.notFound();
    return entries.stream().map(HistoryEntry::of).toList();
  }
}
