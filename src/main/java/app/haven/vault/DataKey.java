package app.haven.vault;

import app.haven.kernel.Sealing;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/// The key of one author in one stream, ready to use.
final class DataKey {
  private final Sealing.Key owner;
  private final Aead words;
  private final byte[] fingerprints;

  DataKey(Sealing.Key owner, byte[] secret) {
    this.owner = owner;
    this.fingerprints = MasterKey.derive(secret, "fingerprint");
    try {
      this.words = new AesGcmJce(MasterKey.derive(secret, "words"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Sealing.Key owner() {
    return owner;
  }

  byte[] seal(String place, byte[] clear) {
    try {
      return words.encrypt(clear, bound(place));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("words cannot be sealed", e);
    }
  }

  byte[] open(String place, byte[] sealed) {
    try {
      return words.decrypt(sealed, bound(place));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealed words were changed or moved: " + place, e);
    }
  }

  /// Whoever can write to the database cannot show words at another place or as another's.
  private byte[] bound(String place) {
    return (of(owner) + "/" + place).getBytes(StandardCharsets.UTF_8);
  }

  static String of(Sealing.Key owner) {
    return owner.stream().value() + "/" + owner.author().value();
  }

  byte[] fingerprint(byte[] content) {
    return MasterKey.hmac(fingerprints, content);
  }
}
