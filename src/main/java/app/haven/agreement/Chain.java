package app.haven.agreement;

import app.haven.kernel.Event;
import app.haven.kernel.Json;
import app.haven.kernel.PersonId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/// The chain of hashes that makes a changed past show. Plain SHA-256, so that both can verify it
/// themselves from what they read, without a key of ours.
///
/// An entry's hash covers who, when, what, the hash before it, and of its words only their hash:
/// taken with a salt that is sealed and erased as they are. So the chain still verifies when the
/// words are gone, and a thief of the database, who sees the hashes and no salt, cannot try guesses
/// on them.
final class Chain {
  private static final List<String> WORDS = List.of("why", "iWill", "youWill", "word", "salt");

  private Chain() {}

  /// @param previous the hash of the entry before; null for the first
  static AgreementEvent.Entry hang(
      AgreementEvent.Entry bare, PersonId by, Instant at, String salt, @Nullable String previous) {
    ObjectNode data = Json.MAPPER.valueToTree(bare.sealed(salt, Seal.NOT_YET));
    data.remove("seal");
    var words = takeWords(data);
    var ofWords = words.isEmpty() ? null : hash(words);
    var hash = hash(entry(bare.wire(), by, at, data, previous, ofWords));
    return bare.sealed(salt, new Seal(previous, ofWords, hash));
  }

  /// Whether these are the entries as they were written, each after the one before it.
  ///
  /// @param last the hash of the last one, kept apart from them
  static boolean intact(List<Event> entries, String last) {
    String previous = null;
    for (var entry : entries) {
      var by = entry.by();
      var seal = entry.data().path("seal");
      var hash = seal.path("hash").textValue();
      if (by == null || hash == null) return false;
      var data = entry.data().deepCopy();
      data.remove(List.of("seal", "erased"));
      var words = takeWords(data);
      var ofWords = seal.path("words").textValue();
      boolean erased = entry.data().path("erased").booleanValue();
      boolean wordsHold = words.isEmpty() ? ofWords == null || erased : hash(words).equals(ofWords);
      var made = hash(entry(entry.kind(), by, entry.at(), data, previous, ofWords));
      if (!wordsHold || !made.equals(hash)) return false;
      if (!Objects.equals(previous, seal.path("previous").textValue())) return false;
      previous = hash;
    }
    return last.equals(previous);
  }

  /// The words of an entry, which are then no longer in it. Erased ones leave nothing.
  private static ObjectNode takeWords(ObjectNode data) {
    var words = Json.MAPPER.createObjectNode();
    for (var field : WORDS) {
      var word = data.remove(field);
      if (word != null && !word.isNull()) words.set(field, word);
    }
    return words;
  }

  private static ObjectNode entry(
      String kind,
      PersonId by,
      Instant at,
      JsonNode data,
      @Nullable String previous,
      @Nullable String words) {
    var entry = Json.MAPPER.createObjectNode();
    entry.put("kind", kind).put("by", by.value().toString()).put("at", Json.time(at));
    entry.set("data", data);
    if (previous != null) entry.put("previous", previous);
    if (words != null) entry.put("words", words);
    return entry;
  }

  private static String hash(ObjectNode content) {
    try {
      var canonical = new JsonCanonicalizer(Json.write(content)).getEncodedString();
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("an entry cannot be hashed", e);
    }
  }
}
