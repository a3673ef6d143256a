package app.haven.attack;

import static app.haven.attack.Role.FORMER;
import static app.haven.attack.Role.NOBODY;
import static app.haven.attack.Role.OWNER;
import static app.haven.attack.Role.PARTNER;
import static app.haven.attack.Role.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Home;
import java.net.URI;
import java.util.List;

/// The calendar address: each one's own, and to be read by whoever has it.
final class FeedRows {
  private static final String MINE = "/api/v1/weekly-feed";

  private FeedRows() {}

  static List<Row> endpoints() {
    return List.of(mine(), make(), remove(), read());
  }

  private static World given(Home home) {
    var w = World.paired(home);
    var made = w.owner.post(MINE, null).expect(201).body().path("address").asText();
    w.thing = URI.create(made).getPath();
    w.secrets.add(w.thing.substring(w.thing.lastIndexOf('/') + 1));
    return w;
  }

  private static Row mine() {
    return Row.endpoint("GET " + MINE, FeedRows::given, (who, _, _) -> who.get(MINE))
        .works(OWNER, 200, (_, a) -> assertThat(a.body().path("items")).hasSize(1))
        .works(PARTNER, 200, (_, a) -> assertThat(a.body().path("items")).isEmpty())
        .own(200, STRANGER, FORMER);
  }

  private static Row make() {
    return Row.endpoint("POST " + MINE, FeedRows::given, (who, _, _) -> who.post(MINE, null))
        .works(OWNER, 201, (w, _) -> w.home.nobody().get(w.thing).expect(404))
        .own(201, PARTNER, STRANGER, FORMER);
  }

  private static Row remove() {
    return Row.endpoint("DELETE " + MINE, FeedRows::given, (who, _, _) -> who.delete(MINE))
        .works(OWNER, 204, (w, _) -> w.home.nobody().get(w.thing).expect(404))
        .own(204, PARTNER, STRANGER, FORMER);
  }

  /// Nobody guesses it; with it, no sign-in is asked for.
  private static Row read() {
    return Row.endpoint(
            "GET /api/v1/calendar/{file}",
            FeedRows::given,
            (who, w, role) -> who.get(role == OWNER ? w.thing : guess(w.thing)))
        .works(OWNER, 200, (w, _) -> w.home.nobody().get(w.thing).expect(200))
        .refused(PARTNER, 404, "not-found")
        .refused(NOBODY, 404, "not-found")
        .refusedOthers(404, "not-found");
  }

  private static String guess(String path) {
    int last = path.length() - ".ics".length() - 2;
    char other = path.charAt(last) == 'A' ? 'B' : 'A';
    return path.substring(0, last) + other + path.substring(last + 1);
  }
}
