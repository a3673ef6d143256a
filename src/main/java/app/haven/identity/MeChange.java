package app.haven.identity;

import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.FieldError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A change of one's own settings: what is left out stays, null takes away where that is possible
/// (RFC 7396). Every wrong field is named at once, and then nothing changes.
final class MeChange {
  private static final int LONGEST_PRONOUNS = 40;
  private static final String HOUR = "([01][0-9]|2[0-3]):[0-5][0-9]";

  private final List<FieldError> errors = new ArrayList<>();
  private final Instant now;
  private Person person;

  private MeChange(Person person, Instant now) {
    this.person = person;
    this.now = now;
  }

  /// @throws Refusal `invalid`
  static Person apply(Person person, ObjectNode changes, Instant now) {
    var change = new MeChange(person, now);
    changes.properties().forEach(field -> change.set(field.getKey(), field.getValue()));
    if (!change.errors.isEmpty()) throw Refusal.invalid(change.errors);
    return change.person;
  }

  private void set(String field, JsonNode value) {
    switch (field) {
      case "displayName" -> displayName(value);
      case "pronouns" -> pronouns(value);
      case "timeZone" -> timeZone(value);
      case "locale" -> locale(value);
      case "quietHours" -> quietHours(value);
      case "welcomed" -> welcomed(value);
      default -> wrong(shown(field), "This field is not known here.");
    }
  }

  /// A field's name is the client's text: it is only repeated where it looks like one of ours.
  private static String shown(String field) {
    return field.matches("[A-Za-z]{1,24}") ? field : "?";
  }

  private void wrong(String field, String message) {
    errors.add(new FieldError(field, message));
  }

  private void displayName(JsonNode value) {
    if (value.isTextual() && ShownText.fits(value.textValue(), Newcomer.LONGEST_NAME)) {
      person = person.withDisplayName(value.textValue());
    } else {
      wrong("displayName", "1 to 60 characters are allowed here, on one line.");
    }
  }

  private void pronouns(JsonNode value) {
    if (value.isNull()) {
      person = person.withPronouns(null);
    } else if (value.isTextual() && ShownText.fits(value.textValue(), LONGEST_PRONOUNS)) {
      person = person.withPronouns(value.textValue());
    } else {
      wrong("pronouns", "1 to 40 characters on one line, or null, are allowed here.");
    }
  }

  private void timeZone(JsonNode value) {
    if (value.isTextual() && ZoneId.getAvailableZoneIds().contains(value.textValue())) {
      person = person.withTimeZone(ZoneId.of(value.textValue()));
    } else {
      wrong("timeZone", "The name of a time zone is allowed here, such as Europe/Berlin.");
    }
  }

  private void locale(JsonNode value) {
    if (value.isTextual() && Languages.SPOKEN.contains(value.textValue())) {
      person = person.withLocale(Locale.of(value.textValue()));
    } else {
      wrong("locale", "One of these is allowed here: " + String.join(", ", Languages.SPOKEN) + ".");
    }
  }

  private void quietHours(JsonNode value) {
    if (value.isNull()) {
      person = person.withQuietHours(null);
      return;
    }
    var from = hour(value.path("from"));
    var to = hour(value.path("to"));
    if (from.isPresent() && to.isPresent() && !from.equals(to) && value.size() == 2) {
      person = person.withQuietHours(new QuietHours(from.get(), to.get()));
    } else {
      wrong(
          "quietHours",
          "Two different times are allowed here, such as {\"from\":\"22:00\",\"to\":\"07:00\"}, or null.");
    }
  }

  private static Optional<LocalTime> hour(@Nullable JsonNode value) {
    return value != null && value.isTextual() && value.textValue().matches(HOUR)
        ? Optional.of(LocalTime.parse(value.textValue()))
        : Optional.empty();
  }

  /// The first agreement is the one that counts.
  private void welcomed(JsonNode value) {
    if (!value.isBoolean() || !value.booleanValue()) {
      wrong("welcomed", "Only true is allowed here.");
    } else if (person.welcomedAt() == null) {
      person = person.withWelcomedAt(now);
    }
  }
}
