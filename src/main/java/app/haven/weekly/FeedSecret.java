package app.haven.weekly;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// 256 random bits: the only thing a calendar program shows. A program cannot sign in, so this one
/// secret stands in an address, and all it opens is a day and a time.
record FeedSecret(String text) {
  private static final int BYTES = 32;
  private static final String ENDING = ".ics";
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  static FeedSecret random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new FeedSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// @param file the last part of the address
  static Optional<FeedSecret> read(String file) {
    if (!file.endsWith(ENDING)) return Optional.empty();
    var text = file.substring(0, file.length() - ENDING.length());
    return FORM.matcher(text).matches() ? Optional.of(new FeedSecret(text)) : Optional.empty();
  }

  String file() {
    return text + ENDING;
  }

  /// A secret in a log would be a secret no more.
  @Override
  public String toString() {
    return "FeedSecret";
  }
}
