package app.haven.question;

import app.haven.kernel.Blind;
import app.haven.kernel.Caller;
import app.haven.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// A person's own answers that are not open yet; nobody else can tell whether there are any.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/question-drafts")
class QuestionDraftResource {
  private final Blind blind;
  private final Caller caller;

  @Inject
  QuestionDraftResource(Blind blind, Caller caller) {
    this.blind = blind;
    this.caller = caller;
  }

  @GET
  @Transactional
  public Page<QuestionDraftView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    var own = blind.own(caller.person(), QuestionAnswers.KIND, asked);
    return Page.of(own, asked, one -> one.kept().seq(), QuestionDraftView::of);
  }
}
