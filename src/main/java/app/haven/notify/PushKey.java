package app.haven.notify;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// The key pair (P-256) that names this server to push services (VAPID, RFC 8292). Subscriptions
/// are bound to it: with another one, every browser has to subscribe anew.
///
/// As a file: the private and the public key, each in PEM, one below the other.
public final class PushKey {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----[^-]+-----END \\1 KEY-----");

  private final VAPIDKeyPair pair;

  private PushKey(VAPIDKeyPair pair) {
    this.pair = pair;
  }

  /// @throws IllegalArgumentException where the two are not a pair of the right kind
  static PushKey read(String pem) {
    try {
      var pair =
          VAPIDKeyPairs.of(
              PrivateKeySources.ofPEMText(block(pem, "PRIVATE")),
              PublicKeySources.ofPEMText(block(pem, "PUBLIC")));
      var key = new PushKey(pair);
      key.authorization("https://push.example/", "https://haven.example", Instant.EPOCH);
      return key;
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("not a P-256 key pair in PEM", e);
    }
  }

  private static String block(String pem, String which) {
    return BLOCK
        .matcher(pem)
        .results()
        .filter(found -> found.group(1).equals(which))
        .map(found -> found.group())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + which + " KEY"));
  }

  /// The one line that says why a file cannot be used, if that is so.
  public static Optional<String> problem(Path file) {
    try {
      read(Files.readString(file));
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of(
          "HAVEN_PUSH_KEY_FILE: this needs a readable file that new-push-key has made.");
    }
  }

  /// A new pair, as it stands in a file.
  public static String fresh() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      return pem("PRIVATE", pair.getPrivate()) + pem("PUBLIC", pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String which, Key key) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN %1$s KEY-----\n%2$s\n-----END %1$s KEY-----\n".formatted(which, lines);
  }

  /// As a browser takes it: the point, uncompressed, in base64url.
  String publicKey() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(pair.extractPublicKeyInUncompressedForm());
  }

  /// The header that proves to one push service who is sending.
  ///
  /// @param subject where whoever runs this server can be found
  String authorization(String endpoint, String subject, Instant expires) {
    return pair.generateAuthorizationHeaderValue(
        VAPIDJWTParam.getBuilder()
            .resourceURLString(endpoint)
            .expirationTime(expires)
            .subject(subject)
            .build());
  }
}
