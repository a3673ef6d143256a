package app.haven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.local.LocalServers;
import app.haven.local.MasterKey;
import app.haven.local.Places;
import app.haven.local.Tokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The jar that ships, started wrongly: one line, and it ends.
class StartIT {
  private record Ended(int code, String said) {}

  @Test
  void aMissingSettingStopsTheStartWithOneLine() throws Exception {
    var settings = complete();
    settings.remove("HAVEN_DB_URL");
    assertOneLine(start(settings), "HAVEN_DB_URL");
  }

  @Test
  void aPasswordTheDatabaseDoesNotTakeStopsTheStartWithOneLine() throws Exception {
    var settings = complete();
    settings.put("HAVEN_DB_USER", "nobody-of-that-name");
    assertOneLine(start(settings), "HAVEN_DB_USER");
  }

  @Test
  void anUnknownCommandIsNamed() throws Exception {
    assertOneLine(start(complete(), "frobnicate"), "frobnicate");
  }

  private static Map<String, String> complete() {
    var settings = new HashMap<>(LocalServers.postgres().freshDatabase().settings());
    settings.putAll(new Tokens().settings());
    settings.put("HAVEN_PUBLIC_URL", "http://localhost:1");
    settings.put(
        "HAVEN_MASTER_KEY_FILE",
        MasterKey.at(Places.target("nodes").resolve("master.key")).toString());
    return settings;
  }

  private static Ended start(Map<String, String> settings, String... args) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-jar", Places.jar().toString()));
    command.addAll(List.of(args));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(settings);
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), said);
  }

  private static void assertOneLine(Ended ended, String named) {
    assertThat(ended.code()).isNotZero();
    assertThat(ended.said().strip().lines()).hasSize(1).first().asString().contains(named);
  }
}
