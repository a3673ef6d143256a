package app.haven.notify;

import app.haven.identity.Person;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.FieldError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A change of how one is reached: what is left out stays. Every wrong field is named at once, and
/// then nothing changes.
final class NoticesChange {
  private static final Duration A_WHILE = Duration.ofHours(1);

  private final List<FieldError> errors = new ArrayList<>();
  private final Person me;
  private final Optional<String> address;
  private final Instant now;
  private Choices choices;

  private NoticesChange(Choices choices, Person me, Optional<String> address, Instant now) {
    this.choices = choices;
    this.me = me;
    this.address = address;
    this.now = now;
  }

  /// @param address where a mail could go; empty where mail is not to be had
  /// @throws Refusal `invalid`
  static Choices apply(
      Choices choices, ObjectNode changes, Person me, Optional<String> address, Instant now) {
    var change = new NoticesChange(choices, me, address, now);
    changes.properties().forEach(field -> change.set(field.getKey(), field.getValue()));
    if (!change.errors.isEmpty()) throw Refusal.invalid(change.errors);
    return change.choices;
  }

  private void set(String field, JsonNode value) {
    switch (field) {
      case "pause" -> pause(value);
      case "moments" -> {
        if (yesOrNo(field, value)) choices = choices.withMoments(value.booleanValue());
      }
      case "buttons" -> {
        if (yesOrNo(field, value)) choices = choices.withButtons(value.booleanValue());
      }
      case "mail" -> mail(value);
      default ->
          wrong(
              field.matches("[A-Za-z][A-Za-z0-9]{0,39}") ? field : "?",
              "This field is not known here.");
    }
  }

  private void pause(JsonNode value) {
    switch (value.isNull() ? "" : value.asText()) {
      case "" -> choices = choices.withPause(false, null);
      case "hour" -> choices = choices.withPause(true, now.plus(A_WHILE));
      case "tomorrow" ->
          choices =
              choices.withPause(
                  true,
                  Quiet.tomorrow(now, me.quietHours(), me.timeZone())
                      .truncatedTo(ChronoUnit.MILLIS));
      case "open" -> choices = choices.withPause(true, null);
      default -> wrong("pause", "One of these is allowed here: hour, tomorrow, open, or null.");
    }
  }

  private void mail(JsonNode value) {
    if (!yesOrNo("mail", value)) return;
    if (!value.booleanValue()) choices = choices.withMail(null);
    else if (address.isPresent()) choices = choices.withMail(address.get());
    else wrong("mail", "Your sign-in has brought no verified address, or there is no mail here.");
  }

  private boolean yesOrNo(String field, JsonNode value) {
    if (!value.isBoolean()) wrong(field, "true or false is allowed here.");
    return value.isBoolean();
  }

  private void wrong(String field, String message) {
    errors.add(new FieldError(field, message));
  }
}
