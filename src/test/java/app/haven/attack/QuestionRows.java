package app.haven.attack;

import static app.haven.attack.Role.FORMER;
import static app.haven.attack.Role.OWNER;
import static app.haven.attack.Role.PARTNER;
import static app.haven.attack.Role.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/// Questions: nobody reads the other's answer before both are ready, nor can tell of it, and nobody
/// takes out what the other wrote.
final class QuestionRows {
  private static final String ONE = "/api/v1/questions/";

  private QuestionRows() {}

  static List<Row> commands() {
    return List.of(
        draw(),
        skip(),
        pass(),
        keep(),
        discard(),
        ready("question.ready"),
        ready("question.notReady"),
        thank(),
        erase(),
        add(),
        remove());
  }

  static List<Row> endpoints() {
    return List.of(list("questions", "question", QuestionRows::drawing), one(), own(), drafts());
  }

  private static World drawing(World w) {
    return w.drawing();
  }

  private static ObjectNode about(World w) {
    return Api.data().put("question", w.thing);
  }

  private static ObjectNode blind(World w) {
    return about(w).put("couple", w.couple);
  }

  private static Row draw() {
    return Row.command(
            "question.draw",
            true,
            World::paired,
            w -> {
              w.thing = Api.id().toString();
              return about(w).put("depth", "light");
            })
        .refusedOthers(409, "not-paired")
        .works(OWNER, 200, (w, _) -> sameForBoth(w))
        .works(PARTNER, 200, (w, _) -> sameForBoth(w));
  }

  private static void sameForBoth(World w) {
    var view = w.partner.get(ONE + w.thing).expect(200).body();
    assertThat(view.path("state").asText()).isEqualTo("open");
    assertThat(w.owner.get(ONE + w.thing).expect(200).body()).isEqualTo(view);
  }

  /// Letting go is free for both, and leaves nothing to read.
  private static Row skip() {
    return Row.command(
            "question.skip", true, home -> World.paired(home).drawing(), QuestionRows::about)
        .refusedOthers(409, "not-paired")
        .works(OWNER, 200, (w, _) -> w.partner.get(ONE + w.thing).expect(404))
        .works(PARTNER, 200, (w, _) -> w.owner.get(ONE + w.thing).expect(404));
  }

  /// The question the owner drew was let go: the partner has the turn.
  private static Row pass() {
    return Row.command(
            "question.pass",
            true,
            home -> {
              var w = World.paired(home).drawing();
              w.partner.command(w.couple, "question.skip", about(w)).expect(200);
              return w;
            },
            _ -> Api.data())
        .refusedOthers(409, "not-paired")
        .works(
            PARTNER,
            200,
            (w, _) ->
                assertThat(
                        w.owner
                            .get("/api/v1/snapshot")
                            .expect(200)
                            .body()
                            .at("/questionTurn/whose")
                            .asText())
                    .isEqualTo(World.id(w.owner)))
        .refused(OWNER, 403, "not-yours");
  }

  private static Row keep() {
    return Row.command(
            "question.keep",
            false,
            home -> World.paired(home).drawing(),
            w -> blind(w).put("words", w.canary()))
        .works(
            OWNER,
            200,
            (w, _) -> {
              assertThat(World.everything(w.owner)).contains(w.secrets.getLast());
              assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast());
            })
        .works(
            PARTNER,
            200,
            (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.secrets.getLast()))
        .refused(STRANGER, 409, "not-paired")
        .refused(FORMER, 409, "not-paired");
  }

  private static Row discard() {
    return Row.command(
            "question.discard", false, home -> World.paired(home).answering(), QuestionRows::about)
        .works(
            OWNER,
            200,
            (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.secrets.getLast()))
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }

  /// The partner kept nothing: there is nothing of theirs to say it about.
  private static Row ready(String kind) {
    return Row.command(kind, false, home -> World.paired(home).answering(), QuestionRows::blind)
        .works(
            OWNER,
            200,
            (w, _) -> assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast()))
        .refused(PARTNER, 404, "not-found")
        .refused(STRANGER, 409, "not-paired")
        .refused(FORMER, 409, "not-paired");
  }

  private static Row thank() {
    return afterwards("question.thank", w -> about(w).put("words", w.canary()))
        .works(OWNER, 200, (w, _) -> said(w, w.partner))
        .works(PARTNER, 200, (w, _) -> said(w, w.owner));
  }

  private static void said(World w, Api other) {
    assertThat(other.get(ONE + w.thing).expect(200).body().at("/thanked/0/words").asText())
        .isEqualTo(w.secrets.getLast());
  }

  private static Row afterwards(String kind, Function<World, ObjectNode> data) {
    return Row.command(kind, true, home -> World.paired(home).revealing(), data)
        .refusedOthers(409, "not-paired");
  }

  /// Each takes back their own words and no others.
  private static Row erase() {
    return afterwards("question.erase", QuestionRows::about)
        .works(OWNER, 200, (w, _) -> wordsLeft(w, w.partner))
        .works(PARTNER, 200, (w, _) -> wordsLeft(w, w.owner));
  }

  private static void wordsLeft(World w, Api author) {
    var answers = w.owner.get(ONE + w.thing).expect(200).body().path("answers");
    for (var answer : answers) {
      boolean theirs = answer.path("by").asText().equals(World.id(author));
      assertThat(answer.path("words").isTextual()).isEqualTo(theirs);
    }
  }

  private static Row add() {
    return Row.command(
            "question.add",
            true,
            World::paired,
            w -> {
              w.thing = Api.id().toString();
              return w.ownQuestion(w.thing);
            })
        .refusedOthers(409, "not-paired")
        .works(
            OWNER,
            200,
            (w, _) -> assertThat(World.everything(w.partner)).contains(w.secrets.getLast()))
        .works(
            PARTNER,
            200,
            (w, _) -> assertThat(World.everything(w.owner)).contains(w.secrets.getLast()));
  }

  private static Row remove() {
    return Row.command(
            "question.remove",
            true,
            home -> World.paired(home).addingQuestion(),
            w -> Api.data().put("own", w.thing))
        .refusedOthers(409, "not-paired")
        .works(
            OWNER,
            200,
            (w, _) -> assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast()))
        .refused(PARTNER, 403, "not-yours");
  }

  private static Row list(String path, String field, Function<World, World> having) {
    return Row.endpoint(
            "GET /api/v1/" + path,
            home -> having.apply(World.paired(home)),
            (who, _, _) -> who.get("/api/v1/" + path))
        .works(
            OWNER,
            200,
            (w, a) -> assertThat(EndpointRows.ids(a, "items", field)).containsExactly(w.thing))
        .works(
            PARTNER,
            200,
            (w, a) -> assertThat(EndpointRows.ids(a, "items", field)).containsExactly(w.thing))
        .own(200, STRANGER, FORMER);
  }

  private static Row one() {
    return Row.endpoint(
            "GET /api/v1/questions/{id}",
            home -> World.paired(home).drawing(),
            (who, w, _) -> who.get(ONE + w.thing))
        .works(
            OWNER, 200, (w, a) -> assertThat(a.body().path("question").asText()).isEqualTo(w.thing))
        .works(
            PARTNER,
            200,
            (w, a) -> assertThat(a.body().path("question").asText()).isEqualTo(w.thing))
        .refusedOthers(404, "not-found");
  }

  private static Row own() {
    return list("own-questions", "own", World::addingQuestion);
  }

  private static Row drafts() {
    return Row.endpoint(
            "GET /api/v1/question-drafts",
            home -> World.paired(home).answering(),
            (who, _, _) -> who.get("/api/v1/question-drafts"))
        .works(
            OWNER,
            200,
            (w, a) -> assertThat(EndpointRows.ids(a, "items", "question")).containsExactly(w.thing))
        .works(
            PARTNER,
            200,
            (_, a) -> assertThat(a.raw().body()).isEqualTo("{\"items\":[],\"next\":null}"))
        .own(200, STRANGER, FORMER);
  }
}
