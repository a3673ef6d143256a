package app.haven.gratitude;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a person looks for: every word of it must stand somewhere in an entry, in any case, also as
/// a part of a word. Pure.
record SearchWords(List<String> parts) {
  static SearchWords of(String typed) {
    return new SearchWords(
        Arrays.stream(plain(typed).split("\\s+")).filter(part -> !part.isEmpty()).toList());
  }

  boolean in(@Nullable String... texts) {
    var text =
        Stream.of(texts)
            .filter(Objects::nonNull)
            .map(SearchWords::plain)
            .collect(Collectors.joining("\n"));
    return parts.stream().allMatch(text::contains);
  }

  /// By way of upper case, so that "ß" and "ss" are the same.
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
