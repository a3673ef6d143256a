package app.haven.client;

import app.haven.local.Database;
import app.haven.local.LocalServers;
import app.haven.local.MasterKey;
import app.haven.local.Node;
import app.haven.local.Places;
import app.haven.local.PushKey;
import java.util.HashMap;
import java.util.List;

/// One node of Haven whose people sign in at the real Keycloak, as a browser does. By tokens of our
/// own they come into [Home].
public final class KeycloakHome implements AutoCloseable {
  private final Node node;

  /// @param name of its log file
  public KeycloakHome(String name, Database database) {
    var settings = new HashMap<>(database.settings());
    settings.putAll(LocalServers.keycloak().settings());
    settings.put(
        "HAVEN_MASTER_KEY_FILE",
        MasterKey.at(Places.target("nodes").resolve("master.key")).toString());
    settings.put(
        "HAVEN_PUSH_KEY_FILE", PushKey.at(Places.target("nodes").resolve("push.key")).toString());
    node = new Node(Places.jar(), settings, name);
  }

  public Node node() {
    return node;
  }

  public Visitor visitor() {
    return new Visitor(node.uri());
  }

  /// A browser in which a demo account has signed in.
  public Visitor signedIn(String name) {
    var visitor = visitor();
    visitor.signIn(name);
    return visitor;
  }

  /// A socket of this browser that has not said hello yet.
  public Device silent(Visitor visitor) {
    var headers = List.of("Cookie", visitor.cookieHeader(), "Origin", node.uri().toString());
    return Device.open(new Api(node.uri(), null), true, headers);
  }

  public Device socket(Visitor visitor) {
    var device = silent(visitor);
    device.hello(Api.data());
    return device;
  }

  @Override
  public void close() {
    node.close();
  }
}
