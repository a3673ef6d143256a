package app.haven.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.PersonId;
import app.haven.kernel.Sealing;
import app.haven.kernel.StreamId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DataKeyTest {
  private static final byte[] WORDS = "I need space".getBytes(StandardCharsets.UTF_8);

  private final byte[] secret = new byte[32];
  private final Sealing.Key owner = owner();
  private final DataKey key;

  DataKeyTest() {
    new SecureRandom().nextBytes(secret);
    key = new DataKey(owner, secret);
  }

  private static Sealing.Key owner() {
    return new Sealing.Key(new StreamId(UUID.randomUUID()), new PersonId(UUID.randomUUID()));
  }

  @Test
  void wordsComeBackAtTheirPlace() {
    byte[] sealed = key.seal("event/1/words", WORDS);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("space");
    assertThat(key.open("event/1/words", sealed)).isEqualTo(WORDS);
  }

  @Test
  void theSameWordsNeverLookTheSame() {
    assertThat(key.seal("here", WORDS)).isNotEqualTo(key.seal("here", WORDS));
  }

  @Test
  void wordsCannotBeMovedToAnotherPlaceOrAuthor() {
    byte[] sealed = key.seal("event/1/words", WORDS);
    assertThatThrownBy(() -> key.open("event/2/words", sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("space");
    var other = new DataKey(owner(), secret);
    assertThatThrownBy(() -> other.open("event/1/words", sealed))
        .isInstanceOf(IllegalStateException.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> key.open("event/1/words", sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aPrintIsTheSameForTheSameContentAndKeyAlone() {
    assertThat(key.fingerprint(WORDS)).isEqualTo(new DataKey(owner, secret).fingerprint(WORDS));
    assertThat(key.fingerprint(WORDS)).isNotEqualTo(key.fingerprint(new byte[1]));
    assertThat(key.fingerprint(WORDS))
        .isNotEqualTo(new DataKey(owner, new byte[32]).fingerprint(WORDS));
  }
}
