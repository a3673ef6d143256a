package app.haven.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeTest {
  @Test
  void aCodeIsTwelveCharactersThatNobodyConfuses() {
    assertThat(Stream.generate(Code::random).limit(1_000).map(Code::text))
        .allMatch(text -> text.matches("[0-9ABCDEFGHJKMNPQRSTVWXYZ]{12}"));
  }

  @Test
  void everyCharacterCarriesFiveBits() {
    var seen =
        Stream.generate(Code::random)
            .limit(1_000)
            .flatMapToInt(code -> code.text().chars())
            .boxed()
            .collect(Collectors.toSet());
    assertThat(seen).hasSize(32);
    assertThat(Stream.generate(Code::random).limit(10_000).distinct()).hasSize(10_000);
  }

  @Test
  void caseHyphensSpacesAndLookAlikesDoNotMatter() {
    var code = new Code("0A1B1CDEFGH0");
    assertThat(Code.read("0A1B1CDEFGH0")).contains(code);
    assertThat(Code.read("oaib-lcde-fgho")).contains(code);
    assertThat(Code.read(" OA1B ICDE FGH0\n")).contains(code);
  }

  @Test
  void whatCannotBeACodeIsNone() {
    assertThat(Code.read("0A1B1CDEFGH")).isEmpty();
    assertThat(Code.read("0A1B1CDEFGH00")).isEmpty();
    assertThat(Code.read("UA1B1CDEFGH0")).isEmpty();
    assertThat(Code.read("ÄA1B1CDEFGH0")).isEmpty();
    assertThat(Code.read("")).isEmpty();
  }
}
