package app.haven.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServersIT {
  @Test
  void postgresSyncsToDiskAndItsUsersAreNoSuperusers() throws SQLException {
    var database = LocalServers.postgres().freshDatabase();
    assertThat(asked(database, "SHOW fsync")).isEqualTo("on");
    assertThat(asked(database, "SHOW synchronous_commit")).isEqualTo("on");
    assertThat(asked(database, "SHOW server_version")).startsWith("18.");
    assertThat(asked(database, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
        .isEqualTo("f");
  }

  @Test
  void postgresKeepsWhatItCommittedBeforeSigkill() throws SQLException {
    try (var postgres = LocalPostgres.temporary()) {
      var database = postgres.freshDatabase();
      try (var connection = database.connect();
          var statement = connection.createStatement()) {
        statement.execute("CREATE TABLE kept AS SELECT 'still here' AS words");
        postgres.kill();
        assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
      }
      postgres.restart();
      assertThat(asked(database, "SELECT words FROM kept")).isEqualTo("still here");
    }
  }

  @Test
  void postgresStartsBesideALeftoverServerAndAForeignPid(@TempDir Path folder)
      throws IOException, SQLException {
    var forgotten = LocalPostgres.keeping(folder);
    var process = forgotten.process();
    // In earnest this lock ends with the JVM that forgot its server.
    Files.delete(folder.resolve("data/epg-lock"));
    try (var second = LocalPostgres.keeping(folder)) {
      assertThat(process.isAlive()).isFalse();
      assertThat(asked(second.admin(), "SELECT 1")).isEqualTo("1");
      second.kill();
      var pidFile = folder.resolve("data/postmaster.pid");
      var lines = Files.readAllLines(pidFile);
      lines.set(0, Long.toString(ProcessHandle.current().pid()));
      Files.write(pidFile, lines);
      second.restart();
      assertThat(asked(second.admin(), "SELECT 1")).isEqualTo("1");
    }
  }

  private static String asked(Database database, String query) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void keycloakGivesProgramsATokenForHaven() throws IOException {
    var token = LocalServers.keycloak().accessToken("alex");
    var claims = new ObjectMapper().readTree(part(token, 1));
    assertThat(claims.required("iss").textValue()).isEqualTo(LocalServers.keycloak().issuer());
    assertThat(claims.required("aud").textValue()).isEqualTo("haven-web");
    assertThat(claims.required("given_name").textValue()).isEqualTo("Alex");
    assertThat(claims.required("sub").textValue()).isNotEmpty();
    assertThat(claims.required("exp").longValue() - claims.required("iat").longValue())
        .isEqualTo(Duration.ofMinutes(5).toSeconds());
  }

  @Test
  void kafkaCarriesARecord() throws Exception {
    var servers = LocalServers.kafka().bootstrapServers();
    var common = new Properties();
    common.putAll(
        Map.of("bootstrap.servers", servers, "group.id", "test", "auto.offset.reset", "earliest"));
    try (var producer =
            new KafkaProducer<>(common, new StringSerializer(), new StringSerializer());
        var consumer =
            new KafkaConsumer<>(common, new StringDeserializer(), new StringDeserializer())) {
      producer.send(new ProducerRecord<>("round-trip", "hello")).get();
      consumer.subscribe(List.of("round-trip"));
      Awaitility.await()
          .pollInSameThread()
          .atMost(Duration.ofSeconds(30))
          .until(() -> consumer.poll(Duration.ofMillis(100)).count() == 1);
    }
  }

  @Test
  void browserOpensAPage() {
    try (var playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Browser.environment()));
        var browser = playwright.chromium().launch(Browser.launchOptions())) {
      var page = browser.newPage();
      page.setContent("<title>Haven</title>");
      assertThat(page.title()).isEqualTo("Haven");
    }
  }

  @Test
  void tokensAreSignedWithTheKeyThatIsPublished() throws Exception {
    var tokens = new Tokens();
    var token = tokens.of("alex");
    var der =
        Base64.getMimeDecoder().decode(tokens.publicKey().replaceAll("-----[A-Z ]+-----", ""));
    var key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update(token.substring(0, token.lastIndexOf('.')).getBytes(UTF_8));
    assertThat(signature.verify(part(token, 2))).isTrue();
    assertThat(new ObjectMapper().readTree(part(token, 1)).required("sub").textValue())
        .isEqualTo("alex");
  }

  private static byte[] part(String token, int index) {
    return Base64.getUrlDecoder().decode(List.of(token.split("\\.", -1)).get(index));
  }

  @Test
  void aPortInUseIsSaidInOneLine() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Ports.claim(taken.getLocalPort(), "Haven", "HAVEN_PORT"))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " is in use")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void theNextStartEndsWhatTheLastOneLeft(@TempDir Path folder) throws IOException {
    var leftover = new ProcessBuilder("sleep", "600").start();
    var file = folder.resolve("running");
    // The launcher of that time is gone: its number belongs to nobody.
    Files.writeString(file, "999999999 0\n");
    new Running(file).record(leftover.toHandle());
    new Running(file).takeOver();
    assertThat(leftover.isAlive()).isFalse();
    assertThat(new Running(file).launcher()).contains(ProcessHandle.current());
    assertThatThrownBy(() -> new Running(file).takeOver()).isInstanceOf(CannotStart.class);
  }

  @Test
  void aMasterKeyIsMadeOnceAndForItsOwnerAlone(@TempDir Path folder) throws IOException {
    var file = MasterKey.at(folder.resolve("master.key"));
    var first = Files.readString(file);
    assertThat(Base64.getDecoder().decode(first.strip())).hasSize(32);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    assertThat(Files.readString(MasterKey.at(file))).isEqualTo(first);
  }
}
