package app.haven.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The keys of the file that the operator names: the first line is the current one, the others are
/// older and only open what they sealed.
@ApplicationScoped
public class MasterKeys {
  private final Map<String, MasterKey> keys;

  @Inject
  public MasterKeys(@ConfigProperty(name = "haven.master-key-file") String file) {
    this(Path.of(file));
  }

  MasterKeys(Path file) {
    this.keys = read(file);
  }

  /// For the check of all settings before the start.
  ///
  /// @return what is wrong with this file, in one line; empty if it can be used
  public static Optional<String> check(Path file) {
    try {
      read(file);
      return Optional.empty();
    } catch (WrongMasterKey e) {
      return Optional.of(e.line());
    }
  }

  private static Map<String, MasterKey> read(Path file) {
    var keys = new LinkedHashMap<String, MasterKey>();
    var lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) continue;
      var key = new MasterKey(secret(lines.get(i).strip(), i + 1));
      if (keys.put(key.id(), key) != null) {
        throw new WrongMasterKey("line " + (i + 1) + " repeats an earlier key");
      }
    }
    if (keys.isEmpty()) throw new WrongMasterKey("the file is empty: " + file);
    return keys;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new WrongMasterKey("this file cannot be read: " + file);
    }
  }

  private static byte[] secret(String line, int number) {
    try {
      byte[] secret = Base64.getDecoder().decode(line);
      if (secret.length == MasterKey.BYTES) return secret;
    } catch (IllegalArgumentException e) {
      throw new WrongMasterKey("line " + number + " is not base64");
    }
    throw new WrongMasterKey("line " + number + " is not 32 bytes in base64");
  }

  MasterKey current() {
    return keys.values().iterator().next();
  }

  /// @throws WrongMasterKey if the file no longer holds it
  MasterKey named(String id) {
    var key = keys.get(id);
    if (key == null) {
      throw new WrongMasterKey(
          "the key "
              + id
              + " is missing; it still seals data, so put it back below the first line");
    }
    return key;
  }

  boolean has(String id) {
    return keys.containsKey(id);
  }

  List<MasterKey> all() {
    return List.copyOf(keys.values());
  }
}
