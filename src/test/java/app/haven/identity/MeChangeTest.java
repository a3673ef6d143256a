package app.haven.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.FieldError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeChangeTest {
  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

  private final Person sam =
      new Person(
          new PersonId(UUID.randomUUID()),
          "subject",
          "Sam",
          "they/them",
          ZoneId.of("UTC"),
          Locale.ENGLISH,
          null,
          null);

  private Person apply(String json) {
    try {
      return MeChange.apply(sam, (ObjectNode) new ObjectMapper().readTree(json), NOW);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void whatIsLeftOutStays() {
    assertThat(apply("{}")).isEqualTo(sam);
    assertThat(apply("{\"displayName\":\"Sammy 👩‍🚀\"}"))
        .isEqualTo(sam.withDisplayName("Sammy 👩‍🚀"));
  }

  @Test
  void aNameCanBeSeenAndIsWhatItLooksLike() {
    for (int blank : new int[] {0x3164, 0x200D, 0x2800, 0x115F, 0xFFA0, 0x17B4, 0xE000, 0x301}) {
      var name =
          new ObjectMapper().createObjectNode().put("displayName", Character.toString(blank));
      assertThatThrownBy(() -> apply(name.toString())).isInstanceOf(Refusal.class);
    }
    var hidden = new ObjectMapper().createObjectNode().put("displayName", "Sam\u034F");
    assertThatThrownBy(() -> apply(hidden.toString())).isInstanceOf(Refusal.class);
    for (var name : List.of("Sam", "Zoë", "ندى", "美咲", "Ana ❤️", "S.")) {
      var given = new ObjectMapper().createObjectNode().put("displayName", name);
      assertThat(apply(given.toString()).displayName()).isEqualTo(name);
    }
  }

  @Test
  void nullTakesAwayWhatIsOptional() {
    assertThat(apply("{\"pronouns\":null,\"quietHours\":null}")).isEqualTo(sam.withPronouns(null));
  }

  @Test
  void everySettingCanBeChangedAtOnce() {
    var changed =
        apply(
            """
            {"timeZone":"Europe/Berlin","locale":"de","welcomed":true,
             "quietHours":{"from":"22:00","to":"07:00"}}
            """);
    assertThat(changed.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(changed.locale()).isEqualTo(Locale.GERMAN);
    assertThat(changed.quietHours())
        .isEqualTo(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
    assertThat(changed.welcomedAt()).isEqualTo(NOW);
  }

  @Test
  void everyWrongFieldIsNamedAndNothingElseRepeated() {
    assertThatThrownBy(() ->
            apply(
                """
                {"displayName":"","pronouns":"a\\nb","timeZone":"Mars","locale":"fr",
                 "quietHours":{"from":"22:00","to":"24:00"},"welcomed":false,
                 "secret words":1,"admin":true}
                """))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(Refusal.Code.INVALID);
              assertThat(refusal.problem().errors())
                  .extracting(FieldError::field)
                  .containsExactly(
                      "displayName",
                      "pronouns",
                      "timeZone",
                      "locale",
                      "quietHours",
                      "welcomed",
                      "?",
                      "admin");
            });
  }

  @Test
  void aNameCannotHideOrTurnAroundLetters() {
    for (var name :
        List.of(
            "Sam\\u202Exela",
            "\\u200BSam",
            "Sam\\u2028",
            "Sam\\u0007",
            "Sam\\uD800",
            " Sam",
            "   ")) {
      assertThatThrownBy(() -> apply("{\"displayName\":\"" + name + "\"}"))
          .as(name)
          .isInstanceOf(Refusal.class);
    }
  }

  @Test
  void aNameHasAtMostSixtyCharactersHoweverTheyAreStored() {
    assertThat(apply("{\"displayName\":\"" + "👩".repeat(60) + "\"}").displayName()).hasSize(120);
    assertThatThrownBy(() -> apply("{\"displayName\":\"" + "a".repeat(61) + "\"}"))
        .isInstanceOf(Refusal.class);
  }
}
