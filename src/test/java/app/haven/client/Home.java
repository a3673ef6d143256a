package app.haven.client;

import app.haven.local.Database;
import app.haven.local.LocalServers;
import app.haven.local.MasterKey;
import app.haven.local.Node;
import app.haven.local.Places;
import app.haven.local.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// One node of Haven on a database of its own, with people who sign in by bearer tokens.
public final class Home implements AutoCloseable {
  private final Database database = LocalServers.postgres().freshDatabase();
  private final Tokens tokens = new Tokens();
  private final Node node;

  /// @param name of its log file
  /// @param more settings, over the usual ones
  public Home(String name, Map<String, String> more) {
    var settings = new HashMap<String, String>(database.settings());
    settings.putAll(tokens.settings());
    settings.put(
        "HAVEN_MASTER_KEY_FILE",
        MasterKey.at(Places.target("nodes").resolve("master.key")).toString());
    settings.putAll(more);
    node = new Node(Places.jar(), settings, name);
  }

  public Api person(String subject) {
    return new Api(node.uri(), tokens.of(subject));
  }

  /// Somebody new of this name.
  public Api newcomer(String name) {
    var person = person(UUID.randomUUID().toString());
    person.patch("/api/v1/me", Api.data().put("displayName", name)).expect(200);
    return person;
  }

  public Api nobody() {
    return new Api(node.uri(), null);
  }

  /// A new couple of two new people.
  public Pair pair() {
    var name = UUID.randomUUID().toString();
    return Pair.make(person(name + "-a"), person(name + "-b"));
  }

  public Node node() {
    return node;
  }

  public Tokens tokens() {
    return tokens;
  }

  public Database database() {
    return database;
  }

  @Override
  public void close() {
    node.close();
  }
}
