package app.haven.identity;

import app.haven.kernel.DataReader;
import java.util.Set;

/// A name as another person will read it: one line, and nothing that hides or turns around letters,
/// or "Sam" could be written to look like someone else on the page that asks for consent.
final class ShownText {
  /// Letters without a picture: joiner of graphemes, Hangul fillers, Khmer inherent vowels, the
  /// empty Braille cell.
  private static final Set<Integer> BLANK =
      Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0);

  private ShownText() {}

  static boolean fits(String text, int most) {
    try {
      String words = DataReader.words(text, most);
      return words.codePoints().noneMatch(ShownText::hides)
          && words.codePoints().anyMatch(ShownText::shows)
          && words.equals(words.strip());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// Line ends, the marks that change the direction of text or take no room, letters that are drawn
  /// as nothing, and what no font knows. The joiner and the variation inside emoji are fine.
  private static boolean hides(int c) {
    return c == '\n'
        || BLANK.contains(c)
        || Character.getType(c) == Character.PRIVATE_USE
        || Character.getType(c) == Character.UNASSIGNED
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
        || (Character.getType(c) == Character.FORMAT && c != 0x200D);
  }

  /// A mark or a joiner alone stands on nothing.
  private static boolean shows(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
