package app.haven.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventWordsTest {
  private static final PersonId ALEX = Exchange.ALEX;
  private static final PersonId SAM = Exchange.SAM;
  private static final StreamId OURS = Exchange.COUPLE.ours();

  private final Locks locks = new Locks();
  private final EventWords words = new EventWords(locks);

  private EventLog.Numbered numbered(Record data, @Nullable PersonId by) {
    var split = EventData.split(data);
    return new EventLog.Numbered(
        OURS,
        7,
        new UUID(0, 7),
        Instant.EPOCH,
        by,
        "tea.revealed",
        split.clear(),
        words.seal(OURS, 7, by, split));
  }

  private EventLog.Numbered both(@Nullable String alex, @Nullable String sam) {
    var answers = List.of(new Exchange.Answer(ALEX, alex), new Exchange.Answer(SAM, sam));
    return numbered(new Exchange.Revealed(Exchange.THING, answers), null);
  }

  private static EventLog.Numbered with(EventLog.Numbered event, byte[] words) {
    return new EventLog.Numbered(
        event.stream(),
        event.seq(),
        event.command(),
        event.at(),
        event.by(),
        event.kind(),
        event.clear(),
        words);
  }

  private String answers(EventLog.Numbered event) {
    return words.open(event).data().path("answers").toString();
  }

  private static String answer(PersonId by, String rest) {
    return "{\"by\":\"" + by.value() + "\"" + rest + "}";
  }

  @Test
  void eachAuthorsWordsAreSealedUnderTheirOwnKey() {
    var event = both("black", "green");
    assertThat(locks.used)
        .containsExactlyInAnyOrder(new Sealing.Key(OURS, ALEX), new Sealing.Key(OURS, SAM));
    assertThat(words.keys(event)).containsExactlyInAnyOrderElementsOf(locks.used);
    assertThat(event.clear()).doesNotContain("black", "green");
    assertThat(answers(event))
        .isEqualTo(
            "["
                + answer(ALEX, ",\"words\":\"black\"")
                + ","
                + answer(SAM, ",\"words\":\"green\"")
                + "]");
  }

  @Test
  void takingBackOnesOwnLeavesTheOthers() {
    var event = both("black", "green");
    byte[] left = EventWords.without(ALEX, Objects.requireNonNull(event.words()));
    assertThat(answers(with(event, Objects.requireNonNull(left))))
        .isEqualTo(
            "["
                + answer(ALEX, ",\"words\":null,\"erased\":true")
                + ","
                + answer(SAM, ",\"words\":\"green\"")
                + "]");
  }

  @Test
  void withAnAccountItsWordsGoAndTheOthersStay() {
    var event = both("black", "green");
    locks.destroyed.add(SAM);
    assertThat(answers(event))
        .isEqualTo(
            "["
                + answer(ALEX, ",\"words\":\"black\"")
                + ","
                + answer(SAM, ",\"words\":null,\"erased\":true")
                + "]");
  }

  @Test
  void whoWroteNothingHasNothingToTakeBack() {
    var event = both("black", null);
    assertThat(answers(event))
        .isEqualTo("[" + answer(ALEX, ",\"words\":\"black\"") + "," + answer(SAM, "") + "]");
    assertThat(EventWords.without(SAM, Objects.requireNonNull(event.words()))).isNull();
    assertThat(both(null, null).words()).isNull();
  }

  @Test
  void anEventOfOneAuthorIsAsItWas() {
    var event = numbered(new Exchange.Kept(Exchange.THING, "black"), ALEX);
    assertThat(words.open(event).data().path("words").textValue()).isEqualTo("black");
    assertThat(words.open(with(event, new byte[0])).data().path("erased").booleanValue()).isTrue();
  }

  @Test
  void theSystemSaysNothingOfItsOwnAndNobodySpeaksForTwo() {
    assertThatThrownBy(() -> numbered(new Exchange.Kept(Exchange.THING, "black"), null))
        .isInstanceOf(IllegalStateException.class);
    var answers = List.of(new Exchange.Answer(ALEX, "black"), new Exchange.Answer(SAM, "green"));
    assertThatThrownBy(() -> numbered(new Exchange.Revealed(Exchange.THING, answers), ALEX))
        .isInstanceOf(IllegalStateException.class);
  }

  /// Puts the key and the place beside the words: enough to see who could open what, and where.
  private static final class Locks implements Sealing {
    private final Set<Key> used = new HashSet<>();
    private final Collection<PersonId> destroyed = new ArrayList<>();

    private static String mark(Key key, String place) {
      return key + place;
    }

    @Override
    public byte[] seal(Key key, String place, byte[] clear) {
      used.add(key);
      return (mark(key, place) + new String(clear, UTF_8)).getBytes(UTF_8);
    }

    @Override
    public byte @Nullable [] open(Key key, String place, byte[] sealed) {
      if (destroyed.contains(key.author())) return null;
      var text = new String(sealed, UTF_8);
      assertThat(text).startsWith(mark(key, place));
      return text.substring(mark(key, place).length()).getBytes(UTF_8);
    }

    @Override
    public void create(Key key) {}

    @Override
    public void destroyAll(PersonId author) {}

    @Override
    public void warm(Collection<Key> keys) {}

    @Override
    public byte[] fingerprint(Key key, byte[] content) {
      return content;
    }
  }
}
