package app.haven.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.haven.local.Database;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Someone who has both a copy of the database and the master key, and opens all that can be
/// opened. Knows how Haven seals, but uses none of its code.
final class Thief {
  private static final String KEYS = "select stream_id, author_id, wrapped from vault.data_key";
  private static final String EVENTS =
      "select stream_id, by_person, seq, words from event where length(words) > 0";
  private static final String NAMES = "select id, name from person";

  private final byte[] master;

  Thief(Path keyFile) throws Exception {
    master = Base64.getDecoder().decode(Files.readAllLines(keyFile).getFirst().strip());
  }

  /// Every word that a copy of the database gives away.
  List<String> loot(Database database) throws SQLException, GeneralSecurityException {
    var loot = new ArrayList<String>();
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      var keys = keys(statement.executeQuery(KEYS));
      try (var events = statement.executeQuery(EVENTS)) {
        while (events.next()) {
          var owner = events.getString(1) + "/" + events.getString(2);
          var place = "event/" + events.getString(1) + "/" + events.getLong(3) + "/words";
          open(keys, owner, place, events.getBytes(4), loot);
        }
      }
      try (var people = statement.executeQuery(NAMES)) {
        while (people.next()) {
          var id = people.getString(1);
          open(keys, id + "/" + id, "person/" + id + "/name", people.getBytes(2), loot);
        }
      }
    }
    return loot;
  }

  private Map<String, byte[]> keys(ResultSet rows) throws SQLException, GeneralSecurityException {
    var keys = new HashMap<String, byte[]>();
    while (rows.next()) {
      var owner = rows.getString(1) + "/" + rows.getString(2);
      var wrapping = new AesGcmJce(derived(master, "data keys"));
      keys.put(owner, wrapping.decrypt(rows.getBytes(3), owner.getBytes(UTF_8)));
    }
    return keys;
  }

  private static byte[] derived(byte[] secret, String purpose) throws GeneralSecurityException {
    return Hkdf.computeHkdf(
        "HMACSHA256", secret, new byte[0], ("haven " + purpose).getBytes(UTF_8), 32);
  }

  /// Where the right key is gone, every other one is tried.
  private static void open(
      Map<String, byte[]> keys, String owner, String place, byte[] sealed, List<String> loot)
      throws GeneralSecurityException {
    var own = keys.get(owner);
    for (var key : own == null ? List.copyOf(keys.values()) : List.of(own)) {
      try {
        var bound = (owner + "/" + place).getBytes(UTF_8);
        loot.add(new String(new AesGcmJce(derived(key, "words")).decrypt(sealed, bound), UTF_8));
      } catch (GeneralSecurityException notThisOne) {
        if (own != null) throw notThisOne;
      }
    }
  }
}
