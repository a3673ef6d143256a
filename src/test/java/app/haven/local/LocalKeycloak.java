package app.haven.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/// A real Keycloak with Haven's realm, the demo accounts alex and sam (password = name) and the
/// password grant for `haven-cli`. Bound to localhost: everybody knows these passwords.
public final class LocalKeycloak implements AutoCloseable {
  private static final String CLIENT_SECRET = "haven-demo-secret-that-everybody-knows";

  private final int port;
  private final Child server;

  private LocalKeycloak(int port, String database, Path log, Map<String, String> more) {
    this.port = port;
    var home = home();
    copyRealm(home);
    var command =
        List.of(
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--http-host=localhost",
            "--http-port=" + port,
            "--db-url=jdbc:h2:" + database + ";NON_KEYWORDS=VALUE");
    var settings = new HashMap<>(realmSettings());
    settings.putAll(more);
    this.server = Child.start(command, settings, log);
    Ready.await(
        "Keycloak", server, URI.create(issuer() + "/.well-known/openid-configuration"), log);
  }

  /// Forgets everything when it stops.
  public static LocalKeycloak temporary() {
    return new LocalKeycloak(
        Ports.free(),
        "mem:keycloak",
        Places.target("keycloak").resolve("log"),
        KeycloakAdmin.settings());
  }

  /// Keeps accounts and sign-ins in `folder`; the realm is imported at the first start.
  public static LocalKeycloak keeping(Path folder, int port) {
    var database = "file:" + folder.resolve("realm") + ";DB_CLOSE_ON_EXIT=FALSE";
    return new LocalKeycloak(port, database, folder.resolve("log"), Map.of());
  }

  /// Maven unpacks it (`dependency:unpack@keycloak`); after an upgrade the newest counts.
  private static Path home() {
    try (var folders = Files.list(Places.kept(""))) {
      return folders
          .filter(folder -> Files.isExecutable(folder.resolve("bin/kc.sh")))
          .max(Comparator.comparingLong(folder -> folder.toFile().lastModified()))
          .orElseThrow(() ->
              new CannotStart(
                  "Keycloak is not unpacked in .haven: run ./mvnw dependency:unpack@keycloak"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copyRealm(Path home) {
    try {
      var imports = Files.createDirectories(home.resolve("data/import"));
      for (var name : List.of("haven-realm.json", "haven-users-0.json"))
        Files.copy(
            Places.root().resolve("docker/keycloak").resolve(name),
            imports.resolve(name),
            StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> realmSettings() {
    return Map.of(
        "REALM_CLIENT_SECRET", CLIENT_SECRET,
        "REALM_PASSWORD_GRANT", "true",
        "REALM_PASSWORD_POLICY", "maxLength(128)");
  }

  public String issuer() {
    return issuer(port);
  }

  private static String issuer(int port) {
    return "http://localhost:" + port + "/realms/haven";
  }

  URI uri() {
    return URI.create("http://localhost:" + port);
  }

  /// As Haven's jar takes it.
  public Map<String, String> settings() {
    return settings(port);
  }

  static Map<String, String> settings(int port) {
    return Map.of(
        "HAVEN_OIDC_ISSUER",
        issuer(port),
        "HAVEN_OIDC_CLIENT_ID",
        "haven-web",
        "HAVEN_OIDC_CLIENT_SECRET",
        CLIENT_SECRET);
  }

  /// An access token of a demo account by password grant. Against guessing, Keycloak refuses a
  /// second sign-in of somebody while it still counts the first, so it is asked again for a while.
  public String accessToken(String name) {
    var answer =
        Awaitility.await()
            .pollInSameThread()
            .pollDelay(Duration.ZERO)
            .until(() -> granted(name), asked -> asked.statusCode() != 401);
    if (answer.statusCode() != 200) throw new IllegalStateException(answer.body());
    try {
      return new ObjectMapper().readTree(answer.body()).required("access_token").textValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> granted(String name) throws IOException, InterruptedException {
    var form =
        "grant_type=password&client_id=haven-cli&scope=openid&username=%1$s&password=%1$s"
            .formatted(URLEncoder.encode(name, UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return Http.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /// `kc.sh` and its Java.
  List<ProcessHandle> processes() {
    return server.family();
  }

  /// `kc.sh` stays as the parent of its Java: both end.
  @Override
  public void close() {
    server.stop(Duration.ofSeconds(15));
  }
}
