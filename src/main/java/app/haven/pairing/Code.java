package app.haven.pairing;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/// 60 random bits that travel as a link or by word: 12 characters of Crockford's base32, which has
/// no letters that are taken for another.
record Code(String text) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Code random() {
    var text = new StringBuilder(LENGTH);
    RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(digit -> text.append(ALPHABET.charAt(digit)));
    return new Code(text.toString());
  }

  /// Reads what a person typed: case, spaces and hyphens do not matter, O is zero, I and L are one.
  static Optional<Code> read(String typed) {
    String text =
        typed
            .replaceAll("[\\s-]", "")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean fits = text.length() == LENGTH && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return fits ? Optional.of(new Code(text)) : Optional.empty();
  }
}
