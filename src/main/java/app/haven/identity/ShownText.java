package app.haven.identity;

import app.haven.kernel.DataReader;

/// A name as another person will read it: one line, and nothing that hides or turns around letters,
/// or "Sam" could be written to look like someone else on the page that asks for consent.
final class ShownText {
  private ShownText() {}

  static boolean fits(String text, int most) {
    try {
      String words = DataReader.words(text, most);
      return words.codePoints().noneMatch(ShownText::hides) && words.equals(words.strip());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// Line ends and the marks that change the direction of text or take no room. The joiner inside
  /// emoji is fine.
  private static boolean hides(int c) {
    return c == '\n'
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
        || (Character.getType(c) == Character.FORMAT && c != 0x200D);
  }
}
