package app.haven.bid;

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

/// All notes that were sent, the same for both.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/notes")
@RunOnVirtualThread
class NoteResource {
  private final Notes notes;
  private final EventLog log;
  private final Caller caller;
  private final Partners partners;

  @Inject
  NoteResource(Notes notes, EventLog log, Caller caller, Partners partners) {
    this.notes = notes;
    this.log = log;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Transactional
  public Page<NoteView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var rows =
        partners
            .of(caller.person())
            .map(pair -> notes.page(pair.couple().ours(), asked))
            .orElse(List.of());
    return Page.of(rows, asked, NoteRow::sentSeq, shown -> NoteView.of(shown, log));
  }
}
