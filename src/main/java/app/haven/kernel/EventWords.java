package app.haven.kernel;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The words of an event at rest: sealed under the key of whoever wrote them, in one column.
///
/// Of an event that speaks for two ([Part]) the column holds each author's sealed words by their
/// id, and `by_person` is null: such an event is nobody's alone. What one of them erased is empty
/// there, as the whole column is for an event of one author.
final class EventWords {
  private static final TypeReference<TreeMap<UUID, byte[]>> SHARES = new TypeReference<>() {};
  private static final byte[] ERASED = {};

  private final Sealing sealing;

  EventWords(Sealing sealing) {
    this.sealing = sealing;
  }

  /// @param by null for the system, which writes no words of its own
  byte @Nullable [] seal(StreamId stream, long seq, @Nullable PersonId by, EventData data) {
    byte[] words = data.words();
    if (!data.shares().isEmpty()) {
      if (by != null || words != null) {
        throw new IllegalStateException("what speaks for two is of nobody alone");
      }
      var sealed = new TreeMap<UUID, byte[]>();
      data.shares()
          .forEach((author, said) -> sealed.put(author.value(), seal(stream, seq, author, said)));
      return pack(sealed);
    }
    if (words == null) return null;
    if (by == null) throw new IllegalStateException("the system writes no words");
    return seal(stream, seq, by, words);
  }

  private byte[] seal(StreamId stream, long seq, PersonId by, byte[] clear) {
    return sealing.seal(new Sealing.Key(stream, by), place(stream, seq), clear);
  }

  private static String place(StreamId stream, long seq) {
    return "event/" + stream.value() + "/" + seq + "/words";
  }

  /// The keys that opening this event needs.
  List<Sealing.Key> keys(EventLog.Numbered event) {
    byte[] sealed = event.words();
    if (sealed == null) return List.of();
    var by = event.by();
    if (by != null) return List.of(new Sealing.Key(event.stream(), by));
    var keys = new ArrayList<Sealing.Key>();
    unpack(sealed).keySet().forEach(author -> keys.add(key(event.stream(), author)));
    return keys;
  }

  private static Sealing.Key key(StreamId stream, UUID author) {
    return new Sealing.Key(stream, new PersonId(author));
  }

  Event open(EventLog.Numbered event) {
    byte[] sealed = event.words();
    var by = event.by();
    var data =
        sealed != null && by == null
            ? EventData.join(event.clear(), shares(event, sealed))
            : EventData.join(event.clear(), sealed != null, words(event, by, sealed));
    return new Event(
        event.stream(), event.seq(), event.command(), event.at(), by, event.kind(), data);
  }

  private Map<PersonId, byte[]> shares(EventLog.Numbered event, byte[] packed) {
    var shares = new HashMap<PersonId, byte[]>();
    unpack(packed)
        .forEach((id, sealed) -> {
          var author = new PersonId(id);
          byte[] words = words(event, author, sealed);
          shares.put(author, words == null ? ERASED : words);
        });
    return shares;
  }

  /// Null where there are none, they were erased, or the key was destroyed.
  private byte @Nullable [] words(
      EventLog.Numbered event, @Nullable PersonId by, byte @Nullable [] sealed) {
    if (sealed == null || sealed.length == 0 || by == null) return null;
    return sealing.open(
        new Sealing.Key(event.stream(), by), place(event.stream(), event.seq()), sealed);
  }

  /// The words of an event that speaks for two without those of this author; null where nothing of
  /// theirs stands in it.
  static byte @Nullable [] without(PersonId author, byte[] packed) {
    var shares = unpack(packed);
    if (shares.replace(author.value(), ERASED) == null) return null;
    return pack(shares);
  }

  private static byte[] pack(TreeMap<UUID, byte[]> sealed) {
    try {
      return Json.MAPPER.writeValueAsBytes(sealed);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TreeMap<UUID, byte[]> unpack(byte[] packed) {
    try {
      return Json.MAPPER.readValue(packed, SHARES);
    } catch (IOException e) {
      throw new IllegalStateException("the words of two in the log cannot be read", e);
    }
  }
}
