package app.haven.gratitude;

import app.haven.kernel.Caller;
import app.haven.kernel.DataReader;
import app.haven.kernel.EventLog;
import app.haven.kernel.Page;
import app.haven.kernel.Partners;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.kernel.StreamId;
import app.haven.kernel.Who;
import app.haven.kernel.Words;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Both lists: the shared one the same for both, the own one for its author alone.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/gratitudes")
@RunOnVirtualThread
class GratitudeResource {
  private final Gratitudes gratitudes;
  private final GratitudeSearch search;
  private final Today today;
  private final EventLog log;
  private final Caller caller;
  private final Partners partners;

  @Inject
  GratitudeResource(
      Gratitudes gratitudes,
      GratitudeSearch search,
      Today today,
      EventLog log,
      Caller caller,
      Partners partners) {
    this.gratitudes = gratitudes;
    this.search = search;
    this.today = today;
    this.log = log;
    this.caller = caller;
    this.partners = partners;
  }

  @GET
  @Transactional
  public Page<GratitudeView> list(
      @QueryParam("list") @Nullable String list,
      @QueryParam("pinned") @Nullable String pinned,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("before") @Nullable String before) {
    var asked = Page.asked(limit, before);
    boolean pinnedAlone = pinnedAlone(pinned);
    var rows =
        stream(list).map(which -> gratitudes.page(which, pinnedAlone, asked)).orElse(List.of());
    return Page.of(rows, asked, GratitudeRow::addedSeq, shown -> GratitudeView.of(shown, log));
  }

  private static boolean pinnedAlone(@Nullable String pinned) {
    if (pinned == null) return false;
    if (pinned.equals("true")) return true;
    throw Refusal.invalid("pinned", "Only true is allowed here.");
  }

  /// Empty for the shared list of whoever shares none.
  private Optional<StreamId> stream(@Nullable String list) {
    return switch (list) {
      case null -> ours();
      case "shared" -> ours();
      case "private" -> Optional.of(caller.person().mine());
      default -> throw Refusal.invalid("list", "shared or private is allowed here.");
    };
  }

  private Optional<StreamId> ours() {
    return partners.of(caller.person()).map(pair -> pair.couple().ours());
  }

  @GET
  @Path("today")
  @Transactional
  public Today.View today() {
    var person = caller.person();
    return today.of(partners.of(person).<Who>map(pair -> pair).orElse(new Who.Solo(person)));
  }

  /// With its versions.
  @GET
  @Path("{id}")
  @Transactional
  public GratitudeView one(@PathParam("id") String id) {
    var entry = DataReader.known(id);
    return Stream.concat(ours().stream(), Stream.of(caller.person().mine()))
        .map(list -> gratitudes.of(list, entry).map(row -> GratitudeView.whole(row, log)))
        .map(found -> found.orElse(null))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  /// What a person looks for. It is in the body since addresses are logged, by proxies and
  /// browsers.
  private record Wanted(
      @Words(100) String words, @Nullable Integer limit, @Words @Nullable String before) {}

  @POST
  @Path("search")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  public Page<GratitudeView> search(@Nullable ObjectNode body) {
    if (body == null) throw Refusal.of(Code.BAD_FRAME, "One JSON object is expected here.");
    var wanted = DataReader.read(body, Wanted.class);
    var limit = wanted.limit() == null ? null : wanted.limit().toString();
    return search.find(
        ours(),
        caller.person().mine(),
        SearchWords.of(wanted.words()),
        Page.asked(limit, null).limit(),
        SearchPlace.of(wanted.before()));
  }
}
