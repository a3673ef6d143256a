package app.haven.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataReaderTest {
  private enum Mood {
    LOW,
    NOT_NOW
  }

  private record Thing(
      UUID id,
      @Nullable Integer minutes,
      @Nullable Boolean open,
      @Nullable Instant at,
      @Nullable Mood mood,
      @Nullable Link about,
      @Words(5) @Nullable String words) {}

  private record Dated(
      @Nullable LocalDate on, @JsonProperty("private") @Nullable Boolean justMine) {}

  private static final String ID = "0197a6b1-7c3e-7b2a-9f00-2a6d8f1b9c11";

  private static Thing read(String fields) {
    return DataReader.read(object("{\"id\":\"" + ID + "\"" + fields + "}"), Thing.class);
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<String> wrong(String json) {
    var refusal =
        catchThrowableOfType(Refusal.class, () -> DataReader.read(object(json), Thing.class));
    var problem = Objects.requireNonNull(refusal).problem();
    assertThat(problem.code()).isEqualTo("invalid");
    return Objects.requireNonNull(problem.errors()).stream()
        .map(Refusal.FieldError::field)
        .toList();
  }

  private static List<String> wrongWith(String fields) {
    return wrong("{\"id\":\"" + ID + "\"," + fields + "}");
  }

  @Test
  void everythingIsReadIntoItsRecord() {
    assertThat(
            read(
                ",\"minutes\":30,\"open\":true,\"at\":\"2026-11-21T18:30:00.123456+01:00\",\"mood\":\"not_now\",\"words\":\"hello\""))
        .isEqualTo(
            new Thing(
                UUID.fromString(ID),
                30,
                true,
                Instant.parse("2026-11-21T17:30:00.123Z"),
                Mood.NOT_NOW,
                null,
                "hello"));
  }

  @Test
  void aLinkIsAKindAndAnId() {
    var link = "\"kind\":\"timeout\",\"id\":\"" + ID + "\"";
    assertThat(read(",\"about\":{" + link + "}").about())
        .isEqualTo(new Link("timeout", UUID.fromString(ID)));
    for (var wrong :
        List.of(
            "{}",
            "\"timeout\"",
            "{" + link + ",\"more\":1}",
            "{\"kind\":\"A b\",\"id\":\"" + ID + "\"}",
            "{\"kind\":\"timeout\",\"id\":\"1-2-3-4-5\"}")) {
      assertThat(wrongWith("\"about\":" + wrong)).as(wrong).containsExactly("about");
    }
  }

  private record Several(
      @Many(2) @Nullable List<Mood> moods, @Many(2) @Words(5) @Nullable List<String> words) {}

  private static Several several(String json) {
    return DataReader.read(object(json), Several.class);
  }

  @Test
  void severalAreReadAsAList() {
    assertThat(several("{\"moods\":[\"not_now\",\"low\"],\"words\":[\"one\",\"one\"]}"))
        .isEqualTo(new Several(List.of(Mood.NOT_NOW, Mood.LOW), List.of("one", "one")));
    assertThat(several("{\"moods\":[]}").moods()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"moods\":\"low\"",
        "\"moods\":[\"low\",\"low\"]",
        "\"moods\":[\"high\"]",
        "\"moods\":[1]",
        "\"words\":[\"\"]",
        "\"words\":[\"longer\"]",
        "\"words\":[null]",
        "\"words\":[\"a\",\"b\",\"c\"]"
      })
  void aListIsReadAsStrictlyAsOne(String wrong) {
    var refusal = catchThrowableOfType(Refusal.class, () -> several("{" + wrong + "}"));
    assertThat(Objects.requireNonNull(refusal).problem().errors())
        .extracting(Refusal.FieldError::field)
        .containsExactly(wrong.substring(1, 6));
  }

  @Test
  void whatMayBeLeftOutMayBeNull() {
    assertThat(read(",\"minutes\":null,\"words\":null")).isEqualTo(read(""));
    assertThat(wrong("{}")).containsExactly("id");
    assertThat(wrong("{\"id\":null}")).containsExactly("id");
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() {
    assertThat(wrong("{\"id\":\"1-2-3-4-5\",\"minutes\":\"30\",\"mood\":\"LOW\",\"extra\":1}"))
        .containsExactlyInAnyOrder("id", "minutes", "mood", "extra");
  }

  /// What is repeated in an answer may be read by others than its author, in a log or on a screen.
  @ParameterizedTest
  @ValueSource(strings = {"my secret", "x\\ud83d", "", "a\\u0000", "ünsere"})
  void aFieldThatCouldBeWordsIsNotRepeated(String name) {
    assertThat(wrongWith("\"" + name + "\":1")).containsExactly("?");
  }

  @ParameterizedTest
  @CsvSource({"30,30", "30.0,30", "3e1,30", "-1,-1", "2147483647,2147483647"})
  void aWholeNumberMayBeWrittenInAnyWay(String written, int minutes) {
    assertThat(read(",\"minutes\":" + written).minutes()).isEqualTo(minutes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"30.5", "2147483648", "-2147483649", "1e400", "true", "\"30\"", "[30]"})
  void whatIsNoWholeNumberIsInvalid(String written) {
    assertThat(wrongWith("\"minutes\":" + written)).containsExactly("minutes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21T18:30:00",
        "2026-11-21",
        "18:30",
        "2026-13-01T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "2026-11-21T24:00:01Z",
        "1999-12-31T23:59:59Z",
        "2200-01-01T00:00:01Z",
        "9999-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "2026-11-21T18:30:00+18:01",
        " 2026-11-21T18:30:00Z"
      })
  void aTimeNeedsItsOffsetAndAUsualYear(String written) {
    assertThat(wrongWith("\"at\":\"" + written + "\"")).containsExactly("at");
  }

  @Test
  void aFieldMayBeNamedAsJavaDoesNotAllow() {
    assertThat(DataReader.read(object("{\"private\":true}"), Dated.class))
        .isEqualTo(new Dated(null, true));
    var refusal =
        catchThrowableOfType(
            Refusal.class, () -> DataReader.read(object("{\"justMine\":true}"), Dated.class));
    assertThat(Objects.requireNonNull(refusal).problem().errors())
        .containsExactly(
            new Refusal.FieldError("justMine", "This field is not known here. Known: on, private"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21", "2024-02-29", "1900-01-01", "2199-12-31"})
  void aDayIsOneOfTheCalendar(String written) {
    assertThat(DataReader.read(object("{\"on\":\"" + written + "\"}"), Dated.class).on())
        .hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29",
        "2026-13-01",
        "1899-12-31",
        "2200-01-01",
        "+12026-01-01",
        "2026-11-21T00:00:00Z",
        "21.11.2026",
        "2026-11-1",
        ""
      })
  void anythingElseIsNoDay(String written) {
    var data = object("{\"on\":\"" + written + "\"}");
    var refusal = catchThrowableOfType(Refusal.class, () -> DataReader.read(data, Dated.class));
    assertThat(Objects.requireNonNull(refusal).code()).isEqualTo(Refusal.Code.INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "a\\nb", "😀😀😀😀😀", "\\ud83d\\ude00", "\u202eabc", "שלום"})
  void wordsAreCountedInCodePoints(String written) {
    assertThat(read(",\"words\":\"" + written + "\"").words()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "\\n",
        "sixsix",
        "😀😀😀😀😀😀",
        "a\\u0000",
        "a\\tb",
        "a\\rb",
        "\\u001b",
        "\\u007f",
        "\\u009f",
        "\\ud83d",
        "\\ude00a",
        "\\ude00\\ud83d"
      })
  void wordsHoldNothingThatNobodyTypes(String written) {
    assertThat(wrongWith("\"words\":\"" + written + "\"")).containsExactly("words");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0197a6b17c3e7b2a9f002a6d8f1b9c11",
        "{0197a6b1-7c3e-7b2a-9f00-2a6d8f1b9c11}",
        "197a6b1-7c3e-7b2a-9f00-2a6d8f1b9c11",
        "00197a6b1-7c3e-7b2a-9f00-2a6d8f1b9c11",
        "0197a6b1-7c3e-7b2a-9f00-2a6d8f1b9c1g",
        "1-2-3-4-5",
        ""
      })
  void anIdHasOneSpelling(String written) {
    assertThat(wrong("{\"id\":\"" + written + "\"}")).containsExactly("id");
  }
}
