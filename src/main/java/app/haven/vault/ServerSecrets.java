package app.haven.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the service itself keeps secret and no person wrote: sign-in tokens, invite codes.
@ApplicationScoped
public class ServerSecrets {
  private final MasterKeys masters;

  @Inject
  public ServerSecrets(MasterKeys masters) {
    this.masters = masters;
  }

  /// @param master which key sealed it
  public record Sealed(String master, byte[] content) {}

  public Sealed seal(String purpose, String place, byte[] clear) {
    var master = masters.current();
    try {
      return new Sealed(master.id(), master.aead(purpose).encrypt(clear, bytes(place)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret cannot be sealed", e);
    }
  }

  /// Null if its key left the file, or if it was changed or moved.
  public byte @Nullable [] open(String purpose, String place, Sealed sealed) {
    if (!masters.has(sealed.master())) return null;
    try {
      return masters.named(sealed.master()).aead(purpose).decrypt(sealed.content(), bytes(place));
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  private static byte[] bytes(String place) {
    return place.getBytes(StandardCharsets.UTF_8);
  }

  /// A keyed hash: whoever holds a dump cannot try out short codes.
  public byte[] mac(String purpose, String content) {
    return masters.current().mac(purpose, bytes(content));
  }

  /// The keyed hashes this content may have been stored under, before and after a rotation.
  public List<byte[]> macs(String purpose, String content) {
    return masters.all().stream().map(master -> master.mac(purpose, bytes(content))).toList();
  }
}
