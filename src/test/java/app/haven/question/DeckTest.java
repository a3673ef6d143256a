package app.haven.question;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the deck holds, in each language, and how the next question comes out of it.
class DeckTest {
  /// Not everybody has these, wants them, or wants to be asked.
  private static final Pattern ASSUMES =
      Pattern.compile(
          "\\b(our (children|child|kids|son|daughter)|marri\\w*|wedding|husband|wife|sex\\w*|god"
              + "|pray\\w*|church|faith|religio\\w*|he|she|boyfriend|girlfriend"
              + "|unsere? (kinder|kind|sohn|tochter)|heirat\\w*|ehe|ehemann|ehefrau|hochzeit"
              + "|gott|gebet\\w*|beten|kirche|er|sie)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  @ParameterizedTest
  @EnumSource
  void everyDepthHasFortyAtLeastAndNoneTwice(Depth depth) {
    assertThat(Deck.names(depth)).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
    assertThat(Deck.names(depth)).allMatch(name -> name.matches(depth.wire() + "_[0-9]{2}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyQuestionIsAskedInBothLanguages(String language) throws IOException {
    var texts = texts(language);
    var names = Stream.of(Depth.values()).flatMap(depth -> Deck.names(depth).stream()).toList();
    assertThat(names).hasSizeGreaterThanOrEqualTo(120);
    assertThat(texts.keySet()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(texts.values().stream().map(text -> text.toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates()
        .allSatisfy(text -> assertThat(text).endsWith("?").hasSizeBetween(15, 120));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void noQuestionAssumesALifeThatNotEverybodyHas(String language) throws IOException {
    assertThat(texts(language).values()).noneMatch(text -> ASSUMES.matcher(text).find());
  }

  private static Map<String, String> texts(String language) throws IOException {
    var file = Path.of("src/main/webui/src/question/deck", language + ".json").toFile();
    var texts = new HashMap<String, String>();
    Json.MAPPER
        .readTree(file)
        .properties()
        .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  @Test
  void noneComesTwiceBeforeAllHaveComeOnce() {
    var random = new Random(7);
    var deck = Deck.with(List.of(new UUID(1, 1), new UUID(1, 2)), Depth.DEEP);
    var used = new HashSet<Asks>();
    Asks last = null;
    var came = new ArrayList<Asks>();
    for (int i = 0; i < deck.size(); i++) {
      var next = Deck.next(deck, used, last, new UUID(random.nextLong(), random.nextLong()));
      assertThat(next.anew()).isFalse();
      assertThat(used.add(next.asks())).isTrue();
      last = next.asks();
      came.add(last);
    }
    assertThat(came).containsExactlyInAnyOrderElementsOf(deck).isNotEqualTo(deck);
    var anew = Deck.next(deck, used, last, new UUID(random.nextLong(), random.nextLong()));
    assertThat(anew.anew()).isTrue();
    assertThat(anew.asks()).isNotEqualTo(last);
  }

  @Test
  void whatWasTakenOutDoesNotComeAndHoldsNothingUp() {
    var own = new UUID(1, 1);
    var deck = Deck.with(List.of(), Depth.LIGHT);
    var used = Set.of(Asks.own(own), deck.getFirst());
    assertThat(Deck.next(deck, used, Asks.own(own), new UUID(3, 4)).asks().deck()).isNotNull();
  }
}
