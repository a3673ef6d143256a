package app.haven.settings;

import app.haven.notify.PushKey;
import app.haven.vault.MasterKeys;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Every setting of Haven. The names are fixed; each is checked before the start and a wrong one is
/// named in one line.
enum Setting {
  HAVEN_PORT("a port from 1 to 65535", Setting::port),
  HAVEN_PUBLIC_URL("the address people open, such as https://haven.example", Setting::http),
  HAVEN_DB_URL("a JDBC address, such as jdbc:postgresql://localhost:5432/haven", Setting::jdbc),
  HAVEN_DB_USER("the database user", _ -> true),
  HAVEN_DB_PASSWORD("that user's password", _ -> true),
  HAVEN_OIDC_ISSUER("the issuer's address, such as https://id.example/realms/haven", Setting::http),
  HAVEN_OIDC_CLIENT_ID("the client id at the issuer", _ -> true),
  HAVEN_OIDC_CLIENT_SECRET("the client's secret, 32 characters or longer", Setting::sealing),
  HAVEN_OIDC_PUBLIC_KEY("an RSA public key in PEM", Setting::rsa),
  HAVEN_MASTER_KEY_FILE("a file with 32 random bytes in base64", _ -> true),
  HAVEN_KAFKA("bootstrap servers, such as kafka:9092; empty for one node", Setting::hosts),
  HAVEN_RATE_LIMITS("on or off", value -> Set.of("on", "off").contains(value)),
  HAVEN_METRICS_TOKEN("at least 16 characters", value -> value.length() >= 16),
  HAVEN_PUSH_KEY_FILE("a file that new-push-key has made", _ -> true),
  HAVEN_PUSH_SERVICES("names such as push.example,*.push.example", Setting::names),
  HAVEN_MAIL_HOST("a mail server and its port, such as mail.example:587", Setting::hosts),
  HAVEN_MAIL_FROM("one address, such as haven@example.org", Setting::mail),
  HAVEN_MAIL_USER("the user at the mail server", _ -> true),
  HAVEN_MAIL_PASSWORD("that user's password", _ -> true),
  HAVEN_MAIL_TLS(
      "starttls, tls or none", value -> Set.of("starttls", "tls", "none").contains(value));

  private final String allowed;
  private final Function<String, Boolean> check;

  Setting(String allowed, Function<String, Boolean> check) {
    this.allowed = allowed;
    this.check = check;
  }

  /// The one line that says what is wrong with a value, if anything is.
  Optional<String> problem(String value) {
    if (this == HAVEN_MASTER_KEY_FILE) return MasterKeys.check(Path.of(value));
    if (this == HAVEN_PUSH_KEY_FILE) return PushKey.problem(Path.of(value));
    return check.apply(value)
        ? Optional.empty()
        : Optional.of(name() + ": this needs " + allowed + ".");
  }

  String missing() {
    return name() + " is missing: this needs " + allowed + ".";
  }

  private static boolean port(String value) {
    return value.matches("[0-9]{1,5}")
        && Integer.parseInt(value) >= 1
        && Integer.parseInt(value) <= 65535;
  }

  private static boolean http(String value) {
    try {
      var url = URI.create(value);
      return Set.of("http", "https").contains(String.valueOf(url.getScheme()))
          && url.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean jdbc(String value) {
    return value.startsWith("jdbc:postgresql:");
  }

  private static boolean hosts(String value) {
    return value.matches("[^\\s,:]+:[0-9]+(,[^\\s,:]+:[0-9]+)*");
  }

  private static boolean names(String value) {
    return value.matches("(\\*\\.)?[a-z0-9.-]+(:[0-9]+)?(,(\\*\\.)?[a-z0-9.-]+(:[0-9]+)?)*");
  }

  private static boolean mail(String value) {
    return value.matches("[^\\s@<>]+@[A-Za-z0-9.-]+");
  }

  /// The framework seals what a sign-in leaves in the browser with it. With a shorter one, each
  /// node makes up a key of its own, and no other node can open what the browser brings back.
  private static boolean sealing(String secret) {
    return secret.length() >= 32;
  }

  private static boolean rsa(String pem) {
    try {
      var content = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      KeyFactory.getInstance("RSA")
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(content)));
      return true;
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return false;
    }
  }
}
