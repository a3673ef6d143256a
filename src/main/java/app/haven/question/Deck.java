package app.haven.question;

import app.haven.kernel.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Haven's own questions by depth: their names alone. Each client says them in its reader's
/// language. A name that was once given keeps its question, for old answers stand under it.
final class Deck {
  private static final Map<String, List<String>> NAMES = read();

  private Deck() {}

  private static Map<String, List<String>> read() {
    try (var file = Deck.class.getResourceAsStream("deck.json")) {
      return Json.MAPPER.readValue(Objects.requireNonNull(file), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> names(Depth depth) {
    return Objects.requireNonNull(NAMES.get(depth.wire()));
  }

  /// All there is to draw from.
  ///
  /// @param own those of this depth that the two wrote themselves
  static List<Asks> with(List<UUID> own, Depth depth) {
    return Stream.concat(
            names(depth).stream().map(Asks::deck), own.stream().sorted().map(Asks::own))
        .toList();
  }

  /// The next one: none comes twice before all have come once. The choice hangs on the id of the
  /// new question alone, so that a rule needs no dice; whoever makes that id gains nothing by
  /// choosing it.
  ///
  /// @param used those that came since the deck last began anew
  /// @param last what was asked just before, which does not begin the next lap
  static Drawn next(List<Asks> deck, Set<Asks> used, @Nullable Asks last, UUID question) {
    var left = deck.stream().filter(one -> !used.contains(one)).toList();
    boolean anew = left.isEmpty();
    var from = anew ? deck.stream().filter(one -> !one.equals(last)).toList() : left;
    int at =
        Math.floorMod(
            question.getMostSignificantBits() ^ question.getLeastSignificantBits(), from.size());
    return new Drawn(from.get(at), anew);
  }

  /// @param anew whether the deck was used up and begins anew with this one
  record Drawn(Asks asks, boolean anew) {}
}
