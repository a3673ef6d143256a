package app.haven.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/// Bearer tokens without Keycloak, for nodes started with `HAVEN_OIDC_PUBLIC_KEY`. The key pair is
/// new in every run, so no token outlives the run that made it.
public final class Tokens {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";

  private final KeyPair keys;

  public Tokens() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As Haven's jar takes it.
  public Map<String, String> settings() {
    return Map.of("HAVEN_OIDC_PUBLIC_KEY", publicKey());
  }

  public String publicKey() {
    var lines =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(keys.getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
  }

  /// Valid for an hour.
  public String of(String sub) {
    return of(sub, Instant.now().plus(Duration.ofHours(1)));
  }

  /// `sub` is taken as it is: letters, digits and dashes.
  public String of(String sub, Instant exp) {
    var issued = Math.min(Instant.now().getEpochSecond(), exp.getEpochSecond() - 1);
    return signed(
        "{\"sub\":\"%s\",\"iat\":%d,\"exp\":%d}".formatted(sub, issued, exp.getEpochSecond()));
  }

  /// Any claims, as JSON.
  public String signed(String claims) {
    var content = encoded(HEADER) + "." + encoded(claims);
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(content.getBytes(UTF_8));
      return content + "." + URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String json) {
    return URL.encodeToString(json.getBytes(UTF_8));
  }
}
