package app.haven.attack;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import app.haven.weekly.Sitting;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A partner who wants to know what the other keeps blind: whether there is anything, how much, and
/// since when. Whatever they read, send and hear is the same, byte for byte, with it and without
/// it.
class BlindIT {
  /// One kind of thing that both answer blind. A new kind is one row in [#kinds].
  ///
  /// @param kind as on the wire; its field in `data` has the same name
  /// @param opening makes one and says its id
  /// @param answer what is kept, beside the id and the couple, holding these words
  /// @param early commands of the couple that have no place before the reveal
  record Kind(
      String kind,
      Function<Pair, String> opening,
      Function<String, ObjectNode> answer,
      Map<String, ObjectNode> early) {
    @Override
    public String toString() {
      return kind;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind(
            "expectation",
            opened("expectation", Api.data().put("topic", "money")),
            words -> Api.data().put("first", words).put("third", words),
            Map.of(
                "expectation.mark",
                Api.data().put("line", "first").put("mark", "talk"),
                "expectation.erase",
                Api.data())),
        new Kind(
            "worksheet",
            opened("worksheet", Api.data().put("issue", "Our mornings.")),
            words -> Api.data().put("view", words),
            Map.of("worksheet.write", Api.data().put("version", 0).put("words", "Tea."))),
        new Kind(
            "weekly",
            pair -> Sitting.of(pair).weekly(),
            words -> Api.data().put("hardThing", words),
            Map.of("weekly.speak", Api.data(), "weekly.close", Api.data())));
  }

  private static Function<Pair, String> opened(String kind, ObjectNode with) {
    return pair -> {
      var id = Api.id().toString();
      var wish = with.deepCopy().put(kind, id);
      pair.first().command(pair.couple(), kind + ".open", wish).expect(200);
      return id;
    };
  }

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
  private static final Pattern EPOCH = Pattern.compile("\"epoch\":\"[^\"]*\"");

  private static Home home;

  @BeforeAll
  static void open() {
    home = new Home("blind", Map.of("HAVEN_RATE_LIMITS", "off"));
  }

  @AfterAll
  static void close() {
    home.close();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatTheOtherKeepsChangesNothingThatIsRead(Kind kind) {
    var couple = new Couple(kind);
    try (var partner = Device.following(couple.pair.second())) {
      var before = World.everything(couple.pair.second());
      couple.keeps("words that nobody else reads");
      assertThat(World.everything(couple.pair.second())).isEqualTo(before);
      couple.says("ready");
      couple.nothingWaits();
      assertThat(World.everything(couple.pair.second())).isEqualTo(before);
      couple.says("notReady");
      couple.keeps("other words ".repeat(20).strip());
      couple.says("ready");
      couple.nothingWaits();
      assertThat(World.everything(couple.pair.second())).isEqualTo(before);
      partner.send(Api.data().put("type", "ping").put("n", 7));
      partner.await(frame -> Device.is(frame, "pong"));
      assertThat(partner.all()).noneMatch(frame -> Device.is(frame, "event"));
    }
  }

  /// Two couples do the same, but for what the other of one of them keeps. Every answer, with its
  /// numbers and its length, and every frame is the same, up to ids, times and epochs.
  @ParameterizedTest
  @MethodSource("kinds")
  void whatTheOtherKeepsChangesNothingThatIsAnswered(Kind kind) {
    var with = new Couple(kind);
    with.keeps("words that nobody else reads");
    with.says("ready");
    with.nothingWaits();
    var without = new Couple(kind);
    assertThat(said(with)).isEqualTo(said(without));
  }

  private static List<String> said(Couple couple) {
    var said = new ArrayList<String>();
    var partner = couple.pair.second();
    try (var device = Device.following(partner)) {
      said.add(partner.command(null, couple.name("ready"), couple.mine()).raw().body());
      said.add(couple.keepsAs(partner, "My own words.").raw().body());
      said.add(partner.command(null, couple.name("notReady"), couple.mine()).raw().body());
      said.add(partner.command(null, couple.name("discard"), couple.about()).raw().body());
      said.add(couple.keepsAs(partner, "My own words.").raw().body());
      new TreeMap<>(couple.kind.early())
          .forEach((kind, data) ->
              said.add(
                  partner
                      .command(couple.pair.couple(), kind, couple.about().setAll(data))
                      .raw()
                      .body()));
      said.add(World.everything(partner));
      // Last: from here on both of the one couple are ready.
      said.add(partner.command(null, couple.name("ready"), couple.mine()).raw().body());
      device.event(couple.kind + ".readyChanged");
      device.all().stream()
          .filter(frame -> !frame.path("kind").asText().matches(".*\\.(revealed|cleared)"))
          .forEach(frame -> said.add(frame.toString()));
    }
    return said.stream().map(new Names()::plain).toList();
  }

  /// Ids by the order in which they come, times and epochs by a word.
  private static final class Names {
    private final Map<String, String> names = new LinkedHashMap<>();

    String plain(String text) {
      var named =
          ID.matcher(text)
              .replaceAll(id -> names.computeIfAbsent(id.group(), _ -> "id" + names.size()));
      return EPOCH.matcher(TIME.matcher(named).replaceAll("time")).replaceAll("epoch");
    }
  }

  /// Two people with one thing of this kind, opened by the first.
  private static final class Couple {
    private final Pair pair = home.pair();
    private final Kind kind;
    private final String thing;

    Couple(Kind kind) {
      this.kind = kind;
      this.thing = kind.opening().apply(pair);
    }

    String name(String what) {
      return kind.kind() + "." + what;
    }

    ObjectNode about() {
      return Api.data().put(kind.kind(), thing);
    }

    ObjectNode mine() {
      return about().put("couple", pair.couple());
    }

    Api.Answer keepsAs(Api person, String words) {
      return person.command(null, name("keep"), mine().setAll(kind.answer().apply(words)));
    }

    void keeps(String words) {
      keepsAs(pair.first(), words).expect(200);
    }

    void says(String what) {
      pair.first().command(null, name(what), mine()).expect(200);
    }

    /// The timer that looks has looked.
    void nothingWaits() {
      Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> waiting() == 0);
    }

    private int waiting() throws SQLException {
      try (var connection = home.database().connect();
          var statement =
              connection.prepareStatement(
                  "select count(*) from due where thing = ?::uuid and at <= now()")) {
        statement.setString(1, thing);
        try (var rows = statement.executeQuery()) {
          rows.next();
          return rows.getInt(1);
        }
      }
    }
  }
}
