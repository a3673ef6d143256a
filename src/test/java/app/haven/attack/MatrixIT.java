package app.haven.attack;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.local.Places;
import app.haven.local.PushKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every endpoint and every command, tried by each of the five.
class MatrixIT {
  /// Led through a browser and Keycloak, where `SignInIT` tries them.
  private static final Set<String> PAGES = Set.of("GET /sign-in", "GET /sign-out");

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /// Whose things are tried on.
  private static final Set<Role> PEOPLE = Set.of(Role.OWNER, Role.PARTNER);

  private static Home home;

  @BeforeAll
  static void open() {
    home =
        new Home(
            "matrix",
            Map.of(
                "HAVEN_PUSH_KEY_FILE",
                PushKey.at(Places.target("nodes").resolve("push.key")).toString(),
                "HAVEN_PUSH_SERVICES",
                "push.example"));
  }

  @AfterAll
  static void close() {
    home.close();
  }

  @Test
  void everyEndpointHasItsRow() {
    var paths = home.nobody().get("/q/openapi?format=json").expect(200).body().path("paths");
    var endpoints = new TreeSet<String>();
    paths
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(method -> {
                  if (METHODS.contains(method))
                    endpoints.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                }));
    endpoints.removeAll(PAGES);
    assertThat(names(EndpointRows.all())).isEqualTo(endpoints);
  }

  @Test
  void everyCommandHasItsRow() {
    assertThat(names(CommandRows.all())).isEqualTo(Kinds.all().keySet());
  }

  private static Set<String> names(List<Row> rows) {
    return rows.stream().map(row -> row.name).collect(Collectors.toCollection(TreeSet::new));
  }

  static Stream<Row> rows() {
    return Stream.concat(EndpointRows.all().stream(), CommandRows.all().stream());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachGetsWhatIsTheirsAndNothingElse(Row row) {
    var entitled = new ArrayList<Role>();
    var world = row.given.apply(home);
    var before = new EnumMap<Role, String>(Role.class);
    for (var role : PEOPLE) before.put(role, World.everything(world.who(role)));
    for (var role : Role.values()) {
      switch (row.outcome(role)) {
        case Row.Works _ -> entitled.add(role);
        case Row.Own own -> keepsToThemselves(row, role, own, world, before);
        case Row.Refused refused -> isRefused(row, role, refused, world, before);
      }
    }
    assertThat(entitled).as("a positive control").isNotEmpty();
    for (int i = 0; i < entitled.size(); i++) {
      succeeds(row, entitled.get(i), i == 0 ? world : row.given.apply(home));
    }
  }

  private static void isRefused(
      Row row, Role role, Row.Refused refused, World world, Map<Role, String> before) {
    var answer = row.attempt.send(world.who(role), world, role);
    assertThat(answer.status() + " " + answer.code())
        .as("%s by %s", row, role)
        .isEqualTo(refused.status() + " " + refused.code());
    if (row.command != null && role != Role.NOBODY) {
      try (var device = Device.following(world.who(role))) {
        var problem = device.run(row.command.apply(world)).path("problem");
        assertThat(problem).as("%s by %s over the socket", row, role).isEqualTo(answer.body());
      }
    }
    for (var one : PEOPLE) nothingChanged(row, role, one, world, before);
  }

  private static void nothingChanged(
      Row row, Role by, Role one, World world, Map<Role, String> before) {
    assertThat(World.everything(world.who(one)))
        .as("what %s sees after %s by %s", one, row, by)
        .isEqualTo(before.get(one));
  }

  private static void keepsToThemselves(
      Row row, Role role, Row.Own own, World world, Map<Role, String> before) {
    var answer = row.attempt.send(world.who(role), world, role);
    assertThat(answer.status()).as("%s by %s", row, role).isEqualTo(own.status());
    if (!PEOPLE.contains(role)) {
      assertThat(Canary.in(answer.raw().body(), world.secrets)).as("%s by %s", row, role).isEmpty();
    }
    for (var one : PEOPLE) {
      if (one == role) before.put(role, World.everything(world.who(role)));
      else nothingChanged(row, role, one, world, before);
    }
  }

  private static void succeeds(Row row, Role role, World world) {
    var works = (Row.Works) row.outcome(role);
    var answer = row.attempt.send(world.who(role), world, role);
    assertThat(answer.status())
        .as("%s by %s: %s", row, role, answer.raw().body())
        .isEqualTo(works.status());
    works.effect().accept(world, answer);
  }

  @Test
  void nobodyOpensASocket() {
    assertThat(Upgrading.status(home.nobody())).isEqualTo(401);
    assertThat(Upgrading.status(home.person("somebody"))).isEqualTo(101);
  }

  @Test
  void aSocketShowsOnlyOnesOwn() {
    var world = World.paired(home).calling().drafting();
    for (var role : List.of(Role.STRANGER, Role.FORMER)) {
      try (var device = Device.following(world.who(role));
          var owner = Device.following(world.owner);
          var partner = Device.following(world.partner)) {
        world.owner.command(world.couple, "signal.send", signal()).expect(200);
        world
            .owner
            .command(null, "draft.keep", World.draft(world.thing, draftOf(world), world.canary()))
            .expect(200);
        owner.event("draft.kept");
        partner.event("signal.sent");
        settle(device);
        settle(partner);
        assertThat(Canary.in(device.all().toString(), world.secrets)).isEmpty();
        assertThat(partner.all().toString()).doesNotContain("draft", world.secrets.getLast());
      }
    }
  }

  private static ObjectNode signal() {
    return Api.data().put("signal", "hard_but_here");
  }

  private static String draftOf(World world) {
    return world.owner.get("/api/v1/drafts").body().path("items").path(0).path("timeout").asText();
  }

  /// A frame that was on its way arrives before the pong.
  private static void settle(Device device) {
    device.send(Api.data().put("type", "ping").put("n", 7));
    device.await(frame -> Device.is(frame, "pong"));
  }
}
