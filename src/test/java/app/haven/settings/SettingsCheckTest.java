package app.haven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.local.MasterKey;
import app.haven.local.PushKey;
import app.haven.local.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsCheckTest {
  @TempDir Path folder;
  private final Map<String, String> set = new HashMap<>();

  @BeforeEach
  void everythingNeeded() {
    set.put("HAVEN_PUBLIC_URL", "https://haven.example");
    set.put("HAVEN_DB_URL", "jdbc:postgresql://localhost:5432/haven");
    set.put("HAVEN_DB_USER", "haven");
    set.put("HAVEN_MASTER_KEY_FILE", MasterKey.at(folder.resolve("key")).toString());
    set.put("HAVEN_OIDC_ISSUER", "https://id.example/realms/haven");
    set.put("HAVEN_OIDC_CLIENT_ID", "haven-web");
    set.put("HAVEN_OIDC_CLIENT_SECRET", "s".repeat(32));
  }

  @Test
  void whatIsNeededIsEnough() {
    assertThat(SettingsCheck.problem(set)).isEmpty();
  }

  @Test
  void eachMissingOneIsNamed() {
    for (var name : Map.copyOf(set).keySet()) {
      var value = set.remove(name);
      assertThat(SettingsCheck.problem(set)).hasValueSatisfying(line -> names(line, name));
      set.put(name, String.valueOf(value));
    }
  }

  @Test
  void eachWrongOneIsNamed() throws Exception {
    var short16 = Files.writeString(folder.resolve("short"), "AAAAAAAAAAAAAAAAAAAAAA==\n");
    var wrong =
        Map.of(
            "HAVEN_PORT", "70000",
            "HAVEN_PUBLIC_URL", "haven.example",
            "HAVEN_DB_URL", "postgres://localhost/haven",
            "HAVEN_OIDC_ISSUER", "not an address",
            "HAVEN_OIDC_PUBLIC_KEY", "-----BEGIN PUBLIC KEY-----",
            "HAVEN_MASTER_KEY_FILE", short16.toString(),
            "HAVEN_KAFKA", "kafka",
            "HAVEN_RATE_LIMITS", "no");
    wrong.forEach(this::isNamed);
  }

  @Test
  void eachWrongOneOfBeingReachedIsNamed() throws Exception {
    var half = Files.writeString(folder.resolve("half"), "-----BEGIN PRIVATE KEY-----\n");
    var wrong =
        Map.of(
            "HAVEN_PUSH_KEY_FILE", half.toString(),
            "HAVEN_PUSH_SERVICES", "https://push.example",
            "HAVEN_MAIL_HOST", "mail.example",
            "HAVEN_MAIL_FROM", "Haven <haven@example.org>",
            "HAVEN_MAIL_TLS", "yes");
    wrong.forEach(this::isNamed);
    set.put("HAVEN_PUSH_KEY_FILE", folder.resolve("nothing").toString());
    assertThat(SettingsCheck.problem(set))
        .hasValueSatisfying(line -> names(line, "HAVEN_PUSH_KEY_FILE"));
    set.put("HAVEN_PUSH_KEY_FILE", PushKey.at(folder.resolve("push")).toString());
    set.put("HAVEN_PUSH_SERVICES", "fcm.googleapis.com,*.push.apple.com,own.example:8443");
    set.put("HAVEN_MAIL_HOST", "mail.example:587");
    assertThat(SettingsCheck.problem(set))
        .hasValueSatisfying(line -> names(line, "HAVEN_MAIL_FROM is missing"));
    set.put("HAVEN_MAIL_FROM", "haven@example.org");
    assertThat(SettingsCheck.problem(set)).isEmpty();
  }

  @Test
  void mailIsEncryptedOnItsWayUnlessSaidOtherwise() {
    set.put("HAVEN_MAIL_HOST", "mail.example:587");
    assertThat(Translation.translate(set)).containsEntry("quarkus.mailer.start-tls", "REQUIRED");
    set.put("HAVEN_MAIL_TLS", "tls");
    assertThat(Translation.translate(set)).containsEntry("quarkus.mailer.tls", "true");
  }

  private void isNamed(String wrongName, String wrongValue) {
    var with = new HashMap<>(set);
    with.put(wrongName, wrongValue);
    assertThat(SettingsCheck.problem(with)).hasValueSatisfying(line -> names(line, wrongName));
  }

  /// Sign-ins that begin on one node and end on another would not work, and nothing would say why.
  @Test
  void aClientSecretTooShortToSealWithIsNamedAndNotRepeated() {
    set.put("HAVEN_OIDC_CLIENT_SECRET", "s".repeat(31));
    assertThat(SettingsCheck.problem(set))
        .hasValue(
            "HAVEN_OIDC_CLIENT_SECRET: this needs the client's secret, 32 characters or longer.");
  }

  private static void names(String line, String setting) {
    assertThat(line).contains(setting).doesNotContain("\n");
  }

  @Test
  void aPublicKeyStandsInsteadOfAnIssuer() {
    set.putAll(new Tokens().settings());
    assertThat(SettingsCheck.problem(set))
        .hasValueSatisfying(line -> names(line, "HAVEN_OIDC_PUBLIC_KEY"));
    set.keySet().removeIf(name -> name.startsWith("HAVEN_OIDC_") && !name.endsWith("PUBLIC_KEY"));
    assertThat(SettingsCheck.problem(set)).isEmpty();
  }

  @Test
  void cookiesAreSecureWhereTheAddressIs() {
    assertThat(Translation.translate(set))
        .containsEntry("quarkus.oidc.authentication.cookie-force-secure", "true");
    set.put("HAVEN_PUBLIC_URL", "http://localhost:8080");
    assertThat(Translation.translate(set))
        .doesNotContainKey("quarkus.oidc.authentication.cookie-force-secure");
  }

  @Test
  void kafkaIsChosenBySetting() {
    assertThat(Translation.translate(set)).doesNotContainKey("haven.connector");
    set.put("HAVEN_KAFKA", "kafka:9092");
    assertThat(Translation.translate(set)).containsEntry("haven.connector", "smallrye-kafka");
  }

  @Test
  void aSlashAtTheEndOfTheAddressDoesNotMatter() {
    set.put("HAVEN_PUBLIC_URL", "https://haven.example/");
    assertThat(Translation.translate(set))
        .containsEntry("haven.public-url", "https://haven.example");
  }
}
