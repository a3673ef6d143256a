package app.haven.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/// The file that `HAVEN_PUSH_KEY_FILE` names: a key pair, as `new-push-key` prints it.
public final class PushKey {
  private PushKey() {}

  /// An existing key stays: every browser's subscription is bound to it.
  public static Path at(Path file) {
    try {
      if (!Files.exists(file)) write(file);
      return file;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Path file) throws IOException, GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var pair = generator.generateKeyPair();
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file,
        pem("PRIVATE", pair.getPrivate()) + pem("PUBLIC", pair.getPublic()),
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static String pem(String which, Key key) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN %1$s KEY-----\n%2$s\n-----END %1$s KEY-----\n".formatted(which, lines);
  }
}
