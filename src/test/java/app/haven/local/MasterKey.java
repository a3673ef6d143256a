package app.haven.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// The file that `HAVEN_MASTER_KEY_FILE` names: 32 random bytes, base64, for its owner's eyes.
public final class MasterKey {
  private MasterKey() {}

  /// An existing key stays: without it no word in the database can be read any more.
  public static Path at(Path file) {
    try {
      if (!Files.exists(file)) write(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file) throws IOException {
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    // The mode is set before the key is in it, not after.
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.TRUNCATE_EXISTING);
  }
}
