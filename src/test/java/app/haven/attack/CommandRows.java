package app.haven.attack;

import static app.haven.attack.Role.FORMER;
import static app.haven.attack.Role.OWNER;
import static app.haven.attack.Role.PARTNER;
import static app.haven.attack.Role.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Api.Answer;
import app.haven.client.Home;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Every command, and what each of the five may do with it.
final class CommandRows {
  private static final String WORDS = "words";

  private CommandRows() {}

  static List<Row> all() {
    return Stream.of(
            first(),
            GratitudeRows.commands(),
            ConcernRows.commands(),
            BlindRows.commands(),
            QuestionRows.commands(),
            ActivityRows.commands(),
            PhonesDownRows.commands(),
            NeedRows.commands(),
            BoundaryRows.commands(),
            AgreementRows.commands(),
            WeeklyRows.commands(),
            PromiseRows.commands(),
            TankRows.commands(),
            HoldRows.commands(),
            RepairRows.commands(),
            CheckinRows.commands(),
            FeelingRows.commands(),
            PlanRows.commands(),
            CarecardRows.commands())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Row> first() {
    return List.of(
        call(),
        ofCaller("timeout.checkIn", w -> said(w), seen("checkIn")),
        ofCaller("timeout.extend", w -> said(w).put("minutes", 60), seen("extension")),
        ofCaller("timeout.return", w -> said(w), seen("endingWords")),
        ofCaller("timeout.letGo", w -> said(w), seen("endingWords")),
        ofPartner("timeout.acknowledge", w -> said(w), seen("acknowledgement")),
        ofPartner("timeout.note", w -> said(w), CommandRows::noted),
        signal(),
        keep(),
        discard(),
        bidMake(),
        bidAnswer(),
        bidWithdraw(),
        mute(),
        noteSend(),
        notePlan(),
        noteCancel());
  }

  private static ObjectNode said(World w) {
    return Api.data().put("timeout", w.thing).put(WORDS, w.canary());
  }

  private static Row call() {
    return ours(
            "timeout.call",
            World::paired,
            w -> {
              w.thing = Api.id().toString();
              return Api.data()
                  .put("timeout", w.thing)
                  .put("minutes", 20)
                  .put("reassurance", w.canary())
                  .put("feeling", w.canary())
                  .put("topic", w.canary());
            })
        .works(OWNER, 200, (w, _) -> calledBy(w, w.owner, w.partner))
        .works(PARTNER, 200, (w, _) -> calledBy(w, w.partner, w.owner));
  }

  private static Row ours(
      String kind, Function<Home, World> given, Function<World, ObjectNode> data) {
    return Row.command(kind, true, given, data).refusedOthers(409, "not-paired");
  }

  private static void calledBy(World w, Api caller, Api other) {
    var view = timeout(other, w);
    assertThat(view.path("caller").asText()).isEqualTo(World.id(caller));
    assertThat(view.path("topic").asText()).isEqualTo(w.secrets.getLast());
    assertThat(view.has("ending")).isFalse();
  }

  private static JsonNode timeout(Api person, World w) {
    return person.get("/api/v1/timeouts/" + w.thing).expect(200).body();
  }

  /// Only the caller; the partner can do nothing to the caller's time-out (S1).
  private static Row ofCaller(
      String kind, Function<World, ObjectNode> data, BiConsumer<World, Answer> effect) {
    return ours(kind, home -> World.paired(home).calling(), data)
        .works(OWNER, 200, effect)
        .refused(PARTNER, 403, "not-yours");
  }

  private static Row ofPartner(
      String kind, Function<World, ObjectNode> data, BiConsumer<World, Answer> effect) {
    return ours(kind, home -> World.paired(home).calling(), data)
        .works(PARTNER, 200, effect)
        .refused(OWNER, 403, "not-yours");
  }

  /// The words that were just sent stand in this field, for both.
  private static BiConsumer<World, Answer> seen(String field) {
    return (w, _) -> {
      var view = timeout(w.partner, w);
      assertThat(view.path(field).asText()).isEqualTo(w.secrets.getLast());
      assertThat(timeout(w.owner, w)).isEqualTo(view);
    };
  }

  private static void noted(World w, Answer answer) {
    assertThat(timeout(w.owner, w).path("notes").path(0).path(WORDS).asText())
        .isEqualTo(w.secrets.getLast());
  }

  private static Row signal() {
    return ours("signal.send", World::paired, _ -> Api.data().put("signal", "slower"))
        .works(OWNER, 200, (w, _) -> signalled(w.owner, w.partner))
        .works(PARTNER, 200, (w, _) -> signalled(w.partner, w.owner));
  }

  private static void signalled(Api sender, Api other) {
    var signals = other.get("/api/v1/snapshot").expect(200).body().path("signals");
    assertThat(signals.path(0).path("by").asText()).isEqualTo(World.id(sender));
  }

  /// The thing is the shared time-out; the draft is new.
  private static Row keep() {
    return Row.command(
            "draft.keep",
            false,
            home -> World.paired(home).calling(),
            w -> World.draft(Api.id().toString(), w.thing, w.canary()))
        .works(
            OWNER,
            200,
            (w, _) -> {
              var words = w.secrets.getLast();
              assertThat(World.everything(w.owner)).contains(words);
              assertThat(World.everything(w.partner)).doesNotContain(words);
            })
        .own(200, PARTNER)
        .refused(STRANGER, 404, "not-found")
        .refused(FORMER, 404, "not-found");
  }

  private static Row discard() {
    return Row.command(
            "draft.discard",
            false,
            home -> World.paired(home).calling().drafting(),
            w -> Api.data().put("draft", w.thing))
        .works(OWNER, 200, (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.thing))
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }

  private static Row bidMake() {
    return ours(
            "bid.make",
            World::paired,
            w -> {
              w.thing = Api.id().toString();
              return World.bid(w.thing, w.canary());
            })
        .works(OWNER, 200, (w, _) -> madeBy(w, w.owner, w.partner))
        .works(PARTNER, 200, (w, _) -> madeBy(w, w.partner, w.owner));
  }

  private static void madeBy(World w, Api sender, Api other) {
    var view = bid(other, w);
    assertThat(view.path("sender").asText()).isEqualTo(World.id(sender));
    assertThat(view.path(WORDS).asText()).isEqualTo(w.secrets.getLast());
  }

  private static JsonNode bid(Api person, World w) {
    return person.get("/api/v1/bids/" + w.thing).expect(200).body();
  }

  /// Only the one it was made to: nobody answers in the other's name.
  private static Row bidAnswer() {
    return ours(
            "bid.answer",
            home -> World.paired(home).reaching(),
            w -> Api.data().put("bid", w.thing).put("answer", "not_now").put(WORDS, w.canary()))
        .works(
            PARTNER,
            200,
            (w, _) -> {
              var view = bid(w.owner, w);
              assertThat(view.path("answerWords").asText()).isEqualTo(w.secrets.getLast());
              assertThat(bid(w.partner, w)).isEqualTo(view);
            })
        .refused(OWNER, 403, "not-yours");
  }

  private static Row bidWithdraw() {
    return ours(
            "bid.withdraw",
            home -> World.paired(home).reaching(),
            w -> Api.data().put("bid", w.thing))
        .works(
            OWNER,
            200,
            (w, _) -> {
              assertThat(bid(w.partner, w).has("withdrawnAt")).isTrue();
              assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast());
            })
        .refused(PARTNER, 403, "not-yours");
  }

  /// The sender of what is muted can tell it by nothing at all (S14).
  private static Row mute() {
    return Row.command(
            "mute.set",
            false,
            home -> World.paired(home).reaching(),
            _ -> Api.data().put("kind", "hug").put("muted", true))
        .works(
            OWNER,
            200,
            (w, _) ->
                assertThat(w.owner.get("/api/v1/snapshot").body().path("muted"))
                    .hasToString("[\"hug\"]"))
        .own(200, PARTNER, STRANGER, FORMER);
  }

  private static Row noteSend() {
    return ours(
            "note.send",
            World::paired,
            w -> Api.data().put("note", Api.id().toString()).put(WORDS, w.canary()))
        .works(OWNER, 200, (w, _) -> noted(w.owner, w.partner, w))
        .works(PARTNER, 200, (w, _) -> noted(w.partner, w.owner, w));
  }

  private static void noted(Api author, Api other, World w) {
    var note = other.get("/api/v1/notes").expect(200).body().path("items").path(0);
    assertThat(note.path("author").asText()).isEqualTo(World.id(author));
    assertThat(note.path(WORDS).asText()).isEqualTo(w.secrets.getLast());
  }

  /// Nobody but its author can tell of it; for those whose couple it is not, it is none.
  private static Row notePlan() {
    return Row.command("note.plan", false, World::paired, w -> w.planned(Api.id().toString()))
        .works(
            OWNER,
            200,
            (w, _) -> {
              assertThat(World.everything(w.owner)).contains(w.secrets.getLast());
              assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast());
            })
        .own(200, PARTNER)
        .refusedOthers(409, "not-paired");
  }

  private static Row noteCancel() {
    return Row.command(
            "note.cancel",
            false,
            home -> World.paired(home).planning(),
            w -> Api.data().put("note", w.thing))
        .works(OWNER, 200, (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.thing))
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }
}
