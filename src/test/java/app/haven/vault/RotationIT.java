package app.haven.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Pair;
import app.haven.local.LocalServers;
import app.haven.local.Node;
import app.haven.local.Places;
import app.haven.local.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationIT {
  @TempDir Path folder;
  private final Tokens tokens = new Tokens();

  private static String key() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return Base64.getEncoder().encodeToString(secret);
  }

  @Test
  void afterARotationTheOldKeyIsNeededNoMore() throws Exception {
    var file = folder.resolve("master.key");
    String old = key();
    String current = key();
    Files.writeString(file, old + "\n");
    var settings = new HashMap<>(LocalServers.postgres().freshDatabase().settings());
    settings.putAll(tokens.settings());
    settings.put("HAVEN_MASTER_KEY_FILE", file.toString());

    var words = "secret-" + UUID.randomUUID();
    try (var node = new Node(Places.jar(), settings, "rotation-before")) {
      var pair = Pair.make(person(node, "alex"), person(node, "sam"));
      var data = Api.data().put("timeout", Api.id().toString()).put("minutes", 30);
      pair.first()
          .command(pair.couple(), "timeout.call", data.put("reassurance", words))
          .expect(200);
    }

    Files.writeString(file, current + "\n");
    var refused = run(settings, "rotate-master-key");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.output().strip())
        .contains("HAVEN_MASTER_KEY_FILE: ")
        .doesNotContain(current)
        .hasLineCount(1);

    Files.writeString(file, current + "\n" + old + "\n");
    var rotated = run(settings, "rotate-master-key");
    assertThat(rotated.code()).as(rotated.output()).isZero();
    assertThat(rotated.output()).contains("4 keys");
    assertThat(run(settings, "rotate-master-key").output()).contains("0 keys");

    Files.writeString(file, current + "\n");
    try (var node = new Node(Places.jar(), settings, "rotation-after")) {
      var read = person(node, "sam").get("/api/v1/timeouts").expect(200);
      assertThat(read.raw().body()).contains(words);
    }
  }

  private Api person(Node node, String subject) {
    return new Api(node.uri(), tokens.of(subject));
  }

  private record Ran(int code, String output) {}

  private static Ran run(Map<String, String> settings, String command)
      throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(java, "-jar", Places.jar().toString(), command)
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("HAVEN_"));
    builder.environment().putAll(settings);
    builder.environment().put("HAVEN_PUBLIC_URL", "http://localhost:8080");
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output);
  }
}
