package app.haven.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.Event;
import app.haven.kernel.Json;
import app.haven.kernel.PersonId;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ChainTest {
  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
  private static final UUID ID = new UUID(9, 9);

  private final Agreeing space = new Agreeing();

  private List<Event> history() {
    propose("We both want calm evenings.");
    space.say(
        Agreeing.SAM,
        new AgreementCommand.Counter(ID, 2, "why", null, "you", null, null, null, null, null),
        NOW.plusSeconds(1),
        true);
    space.say(Agreeing.ALEX, new AgreementCommand.Consent(ID, 2, null), NOW.plusSeconds(2), true);
    return space.history(ID);
  }

  private void propose(String why) {
    space.say(
        Agreeing.ALEX,
        new AgreementCommand.Propose(
            ID, Kind.NEED, why, "I", null, null, null, null, null, null, null),
        NOW,
        true);
  }

  private String last() {
    return Objects.requireNonNull(space.rows.get(ID)).hash();
  }

  @Test
  void whatWasWrittenIsIntact() {
    assertThat(Chain.intact(history(), last())).isTrue();
  }

  @Test
  void anyChangeToAnyEntryShows() {
    var changes =
        List.<Consumer<Event>>of(
            entry -> entry.data().put("version", 7),
            entry -> entry.data().put("why", "Something else."),
            entry -> entry.data().put("added", true),
            entry -> entry.data().put("agreement", new UUID(8, 8).toString()),
            entry -> entry.data().withObject("seal").put("hash", "00"),
            entry -> entry.data().withObject("seal").put("words", "00"),
            entry -> entry.data().withObject("seal").put("previous", "00"),
            entry -> entry.data().remove("seal"));
    history();
    for (var change : changes) {
      for (int i = 0; i < 3; i++) {
        var history = space.history(ID);
        change.accept(history.get(i));
        assertThat(Chain.intact(history, last())).as("entry %s: %s", i, history.get(i)).isFalse();
      }
    }
  }

  @Test
  void whoAndWhenAndWhatAreCovered() {
    var history = history();
    var it = history.get(2);
    var others =
        List.of(
            with(it, Agreeing.SAM, it.at(), it.kind()),
            with(it, Agreeing.ALEX, it.at().plusMillis(1), it.kind()),
            with(it, Agreeing.ALEX, it.at(), "agreement.kept"));
    for (var other : others) {
      assertThat(Chain.intact(List.of(history.get(0), history.get(1), other), last())).isFalse();
    }
  }

  private static Event with(Event it, PersonId by, Instant at, String kind) {
    return new Event(it.stream(), it.seq(), it.command(), at, by, kind, it.data());
  }

  @Test
  void noEntryCanBeTakenOutOrMoved() {
    var history = history();
    for (int i = 0; i < 3; i++) {
      var less = new ArrayList<>(history);
      less.remove(i);
      assertThat(Chain.intact(less, last())).as("without entry %s", i).isFalse();
    }
    assertThat(Chain.intact(history.reversed(), last())).isFalse();
    assertThat(Chain.intact(List.of(), last())).isFalse();
  }

  @Test
  void erasedWordsLeaveAChainThatHolds() {
    var history = history();
    var data = history.getFirst().data();
    for (var word : List.of("why", "iWill", "salt")) data.putNull(word);
    data.put("erased", true);
    assertThat(Chain.intact(history, last())).isTrue();
  }

  @Test
  void wordsThatAreGoneWithoutATraceShow() {
    var history = history();
    for (var word : List.of("why", "iWill", "salt")) history.getFirst().data().remove(word);
    assertThat(Chain.intact(history, last())).isFalse();
  }

  /// A thief of the database has the hash and may guess the words, but not the salt.
  @Test
  void aHashOfGuessedWordsIsNotTheOneThatIsStored() throws Exception {
    propose("guess");
    var first = space.history(ID).getFirst().data();
    var guess = Json.MAPPER.createObjectNode().put("iWill", "I").put("why", "guess");
    var digest = MessageDigest.getInstance("SHA-256").digest(Json.MAPPER.writeValueAsBytes(guess));
    assertThat(first.path("seal").path("words").asText())
        .isNotEqualTo(HexFormat.of().formatHex(digest));
    var once = new Agreeing();
    once.say(
        Agreeing.ALEX,
        new AgreementCommand.Propose(
            ID, Kind.NEED, "guess", "I", null, null, null, null, null, null, null),
        NOW,
        true);
    assertThat(once.history(ID).getFirst().data().path("seal").path("words"))
        .as("the same words twice look different")
        .isNotEqualTo(first.path("seal").path("words"));
  }
}
