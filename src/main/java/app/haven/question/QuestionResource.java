package app.haven.question;

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

/// The open question and those that were answered, the same for both. What was skipped is not
/// there.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/questions")
class QuestionResource {
  private final Questions questions;
  private final EventLog log;
  private final Caller caller;
  private final Partners partners;

  @Inject
  QuestionResource(Questions questions, EventLog log, Caller caller, Partners partners) {
    this.questions = questions;
    this.log = log;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Transactional
  public Page<QuestionView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var rows =
        partners
            .of(caller.person())
            .map(pair -> questions.page(pair.couple().ours(), asked))
            .orElse(List.of());
    return Page.of(rows, asked, QuestionRow::drawnSeq, shown -> QuestionView.of(shown, log));
  }

  @GET
  @Path("{id}")
  @Transactional
  public QuestionView one(@PathParam("id") String id) {
    var ours = partners.of(caller.person()).orElseThrow(Refusal::notFound).couple().ours();
    return questions
        .of(ours, DataReader.known(id))
        .filter(row -> !(row.state() instanceof Question.Away))
        .map(found -> QuestionView.of(List.of(found), log))
        .stream()
        .flatMap(List::stream)
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }
}
