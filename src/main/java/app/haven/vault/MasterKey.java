package app.haven.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One line of the key file. It never seals anything itself: each purpose has a subkey, so that
/// what was made for one purpose is worthless for another.
final class MasterKey {
  static final int BYTES = 32;
  private static final int ID_DIGITS = 8;

  private final String id;
  private final byte[] secret;

  MasterKey(byte[] secret) {
    this.secret = secret.clone();
    this.id = idOf(secret);
  }

  private static String idOf(byte[] secret) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret);
      return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Says which key it was, and nothing about it.
  String id() {
    return id;
  }

  Aead aead(String purpose) {
    try {
      return new AesGcmJce(subkey(purpose));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] mac(String purpose, byte[] content) {
    return hmac(subkey(purpose), content);
  }

  private byte[] subkey(String purpose) {
    return derive(secret, purpose);
  }

  static byte[] derive(byte[] secret, String purpose) {
    try {
      byte[] info = ("haven " + purpose).getBytes(StandardCharsets.UTF_8);
      return Hkdf.computeHkdf("HMACSHA256", secret, new byte[0], info, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] hmac(byte[] key, byte[] content) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
