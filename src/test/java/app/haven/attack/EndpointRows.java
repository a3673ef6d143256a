package app.haven.attack;

import static app.haven.attack.Role.FORMER;
import static app.haven.attack.Role.OWNER;
import static app.haven.attack.Role.PARTNER;
import static app.haven.attack.Role.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Api.Answer;
import java.util.List;
import java.util.stream.Stream;

/// Every endpoint, and what each of the five may do with it.
final class EndpointRows {
  private EndpointRows() {}

  static List<Row> all() {
    return Stream.of(
            own(),
            InviteRows.all(),
            GratitudeRows.endpoints(),
            ConcernRows.endpoints(),
            BlindRows.endpoints(),
            QuestionRows.endpoints(),
            ActivityRows.endpoints(),
            PhonesDownRows.endpoints(),
            NeedRows.endpoints(),
            BoundaryRows.endpoints(),
            AgreementRows.endpoints(),
            FeedRows.endpoints(),
            WeeklyRows.endpoints(),
            PromiseRows.endpoints(),
            RepairRows.endpoints(),
            CheckinRows.endpoints(),
            FeelingRows.endpoints(),
            PlanRows.endpoints(),
            CarecardRows.endpoints())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Row> own() {
    return List.of(
        readMe(),
        changeMe(),
        erase(),
        leave(),
        snapshot(),
        timeouts(),
        timeout(),
        drafts(),
        bids(),
        bid(),
        notes(),
        notices(),
        changeNotices(),
        pushes(),
        subscribe(),
        unsubscribe(),
        commands());
  }

  private static Row readMe() {
    return Row.endpoint("GET /api/v1/me", World::paired, (who, _, _) -> who.get("/api/v1/me"))
        .works(
            OWNER,
            200,
            (w, answer) -> {
              var other = answer.body().path("couple").path("partner");
              // Name and pronouns: no time zone, no language, no quiet hours, nothing of when.
              assertThat(other.properties().stream().map(f -> f.getKey()))
                  .containsExactly("id", "displayName", "pronouns");
              assertThat(other.path("id").asText()).isEqualTo(World.id(w.partner));
            })
        .own(200, PARTNER, STRANGER, FORMER);
  }

  private static Row changeMe() {
    return Row.endpoint(
            "PATCH /api/v1/me",
            World::paired,
            (who, w, role) -> {
              if (role != OWNER) return who.patch("/api/v1/me", Api.data().put("locale", "de"));
              var change = Api.data().put("timeZone", "Asia/Tokyo").put("displayName", w.canary());
              return who.patch("/api/v1/me", change);
            })
        .works(
            OWNER,
            200,
            (w, answer) -> {
              assertThat(answer.body().path("timeZone").asText()).isEqualTo("Asia/Tokyo");
              assertThat(World.everything(w.partner))
                  .contains(w.secrets.getLast())
                  .doesNotContain("Tokyo");
            })
        .own(200, PARTNER, STRANGER, FORMER);
  }

  private static Row erase() {
    return Row.endpoint(
            "DELETE /api/v1/me",
            home -> World.paired(home).calling(),
            (who, _, _) -> who.delete("/api/v1/me"))
        .works(OWNER, 204, (w, _) -> alone(w.partner, w))
        .works(PARTNER, 204, (w, _) -> alone(w.owner, w))
        .own(204, STRANGER, FORMER);
  }

  private static void alone(Api person, World w) {
    assertThat(person.get("/api/v1/me").body().path("couple").isNull()).isTrue();
    person.get("/api/v1/timeouts/" + w.thing).expect(404);
  }

  private static Row leave() {
    return Row.endpoint(
            "DELETE /api/v1/couple",
            home -> World.paired(home).calling(),
            (who, _, _) -> who.delete("/api/v1/couple"))
        .works(OWNER, 204, (w, _) -> alone(w.partner, w))
        .works(PARTNER, 204, (w, _) -> alone(w.owner, w))
        .own(204, STRANGER)
        .refused(FORMER, 409, "not-paired");
  }

  private static Row snapshot() {
    return Row.endpoint(
            "GET /api/v1/snapshot",
            home -> World.paired(home).calling().drafting(),
            (who, _, _) -> who.get("/api/v1/snapshot"))
        .works(
            OWNER, 200, (w, answer) -> assertThat(ids(answer, "drafts", "draft")).contains(w.thing))
        .works(
            PARTNER,
            200,
            (w, answer) -> {
              assertThat(answer.body().path("timeouts")).hasSize(1);
              assertThat(answer.body().path("drafts")).isEmpty();
              assertThat(answer.raw().body()).doesNotContain(w.thing);
            })
        .own(200, STRANGER, FORMER);
  }

  static List<String> ids(Answer answer, String list, String field) {
    return answer.body().path(list).valueStream().map(item -> item.path(field).asText()).toList();
  }

  private static Row timeouts() {
    return Row.endpoint(
            "GET /api/v1/timeouts",
            home -> World.paired(home).calling(),
            (who, _, _) -> who.get("/api/v1/timeouts"))
        .works(
            OWNER, 200, (w, a) -> assertThat(ids(a, "items", "timeout")).containsExactly(w.thing))
        .works(
            PARTNER, 200, (w, a) -> assertThat(ids(a, "items", "timeout")).containsExactly(w.thing))
        .own(200, STRANGER, FORMER);
  }

  private static Row timeout() {
    return Row.endpoint(
            "GET /api/v1/timeouts/{id}",
            home -> World.paired(home).calling(),
            (who, w, _) -> who.get("/api/v1/timeouts/" + w.thing))
        .works(
            OWNER, 200, (w, a) -> assertThat(a.body().path("timeout").asText()).isEqualTo(w.thing))
        .works(
            PARTNER,
            200,
            (w, a) -> assertThat(a.body().path("timeout").asText()).isEqualTo(w.thing))
        .refusedOthers(404, "not-found");
  }

  private static Row drafts() {
    return Row.endpoint(
            "GET /api/v1/drafts",
            home -> World.paired(home).calling().drafting(),
            (who, _, _) -> who.get("/api/v1/drafts"))
        .works(OWNER, 200, (w, a) -> assertThat(ids(a, "items", "draft")).containsExactly(w.thing))
        .works(
            PARTNER,
            200,
            (_, a) -> assertThat(a.raw().body()).isEqualTo("{\"items\":[],\"next\":null}"))
        .own(200, STRANGER, FORMER);
  }

  private static Row bids() {
    return Row.endpoint(
            "GET /api/v1/bids",
            home -> World.paired(home).reaching(),
            (who, _, _) -> who.get("/api/v1/bids"))
        .works(OWNER, 200, (w, a) -> assertThat(ids(a, "items", "bid")).containsExactly(w.thing))
        .works(PARTNER, 200, (w, a) -> assertThat(ids(a, "items", "bid")).containsExactly(w.thing))
        .own(200, STRANGER, FORMER);
  }

  private static Row bid() {
    return Row.endpoint(
            "GET /api/v1/bids/{id}",
            home -> World.paired(home).reaching(),
            (who, w, _) -> who.get("/api/v1/bids/" + w.thing))
        .works(OWNER, 200, (w, a) -> assertThat(a.body().path("bid").asText()).isEqualTo(w.thing))
        .works(PARTNER, 200, (w, a) -> assertThat(a.body().path("bid").asText()).isEqualTo(w.thing))
        .refusedOthers(404, "not-found");
  }

  private static Row notes() {
    return Row.endpoint(
            "GET /api/v1/notes",
            home -> World.paired(home).noting(),
            (who, _, _) -> who.get("/api/v1/notes"))
        .works(OWNER, 200, (w, a) -> assertThat(ids(a, "items", "note")).containsExactly(w.thing))
        .works(PARTNER, 200, (w, a) -> assertThat(ids(a, "items", "note")).containsExactly(w.thing))
        .own(200, STRANGER, FORMER);
  }

  private static Row notices() {
    return Row.endpoint(
            "GET /api/v1/notices",
            home -> World.paired(home).pausing(),
            (who, _, _) -> who.get("/api/v1/notices"))
        .works(OWNER, 200, (_, a) -> assertThat(a.body().path("pause").isObject()).isTrue())
        .works(PARTNER, 200, (_, a) -> assertThat(a.body().path("pause").isNull()).isTrue())
        .own(200, STRANGER, FORMER);
  }

  private static Row changeNotices() {
    return Row.endpoint(
            "PATCH /api/v1/notices",
            World::paired,
            (who, _, role) ->
                who.patch(
                    "/api/v1/notices",
                    role == OWNER
                        ? Api.data().put("pause", "open")
                        : Api.data().put("moments", true)))
        .works(
            OWNER,
            200,
            (w, _) -> assertThat(World.everything(w.partner)).contains("\"pause\":null"))
        .own(200, PARTNER, STRANGER, FORMER);
  }

  private static Row pushes() {
    return Row.endpoint(
            "GET /api/v1/push/devices",
            home -> World.paired(home).subscribing(),
            (who, _, _) -> who.get("/api/v1/push/devices"))
        .works(OWNER, 200, (w, a) -> assertThat(a.body().findValuesAsText("id")).contains(w.thing))
        .works(PARTNER, 200, (_, a) -> assertThat(a.raw().body()).isEqualTo("[]"))
        .own(200, STRANGER, FORMER);
  }

  /// Under an id of somebody else's browser it is one's own all the same.
  private static Row subscribe() {
    return Row.endpoint(
            "PUT /api/v1/push/devices/{id}",
            home -> World.paired(home).subscribing(),
            (who, w, _) -> who.send("PUT", "/api/v1/push/devices/" + w.thing, World.subscription()))
        .works(OWNER, 204, (w, _) -> assertThat(World.everything(w.owner)).contains(w.thing))
        .own(204, PARTNER, STRANGER, FORMER);
  }

  private static Row unsubscribe() {
    return Row.endpoint(
            "DELETE /api/v1/push/devices/{id}",
            home -> World.paired(home).subscribing(),
            (who, w, _) -> who.delete("/api/v1/push/devices/" + w.thing))
        .works(OWNER, 204, (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.thing))
        .own(204, PARTNER, STRANGER, FORMER);
  }

  /// The door of all commands; what stands behind it is in [CommandRows].
  private static Row commands() {
    return Row.endpoint(
            "POST /api/v1/commands",
            World::paired,
            (who, w, _) -> who.command(w.couple, "signal.send", Api.data().put("signal", "slower")))
        .works(OWNER, 200, (w, _) -> assertThat(World.everything(w.partner)).contains("slower"))
        .works(PARTNER, 200, (w, _) -> assertThat(World.everything(w.owner)).contains("slower"))
        .refusedOthers(409, "not-paired");
  }
}
