package app.haven.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {
  @TempDir Path folder;

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("key"), String.join("\n", lines) + "\n");
  }

  private static String key() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return Base64.getEncoder().encodeToString(secret);
  }

  @Test
  void theFirstLineIsTheCurrentKeyAndTheOthersOnlyOpen() throws IOException {
    String old = key();
    var before = new ServerSecrets(new MasterKeys(file(old)));
    var sealed = before.seal("test", "here", "words".getBytes(StandardCharsets.UTF_8));
    var after = new ServerSecrets(new MasterKeys(file(key(), "", old)));
    assertThat(after.open("test", "here", sealed)).asString().isEqualTo("words");
    assertThat(after.seal("test", "here", new byte[1]).master()).isNotEqualTo(sealed.master());
    assertThat(after.macs("test", "code")).contains(before.mac("test", "code")).hasSize(2);
  }

  @Test
  void whatIsSealedOpensNowhereElse() throws IOException {
    var secrets = new ServerSecrets(new MasterKeys(file(key())));
    var sealed = secrets.seal("test", "here", "words".getBytes(StandardCharsets.UTF_8));
    assertThat(secrets.open("test", "there", sealed)).isNull();
    assertThat(secrets.open("other", "here", sealed)).isNull();
    assertThat(new ServerSecrets(new MasterKeys(file(key()))).open("test", "here", sealed))
        .isNull();
  }

  @Test
  void aWrongFileIsNamedInOneLineThatHoldsNoKey() throws IOException {
    assertThat(MasterKeys.check(file(key()))).isEmpty();
    assertThat(MasterKeys.check(folder.resolve("none")))
        .hasValueSatisfying(line -> assertThat(line).startsWith("HAVEN_MASTER_KEY_FILE: "));
    assertThat(MasterKeys.check(file(""))).isPresent();
    assertThat(MasterKeys.check(file("not base64!"))).isPresent();
    String same = key();
    assertThat(MasterKeys.check(file(same, same)))
        .hasValueSatisfying(line -> assertThat(line).doesNotContain(same).doesNotContain("\n"));
    String tooShort = Base64.getEncoder().encodeToString(new byte[16]);
    assertThat(MasterKeys.check(file(key(), tooShort)))
        .hasValueSatisfying(line -> assertThat(line).contains("line 2").doesNotContain(tooShort));
  }

  @Test
  void aKeyThatIsGoneIsNamed() throws IOException {
    var keys = new MasterKeys(file(key()));
    assertThatThrownBy(() -> keys.named("0123abcd"))
        .isInstanceOf(WrongMasterKey.class)
        .hasMessageContaining("0123abcd");
  }
}
