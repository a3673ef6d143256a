package app.haven.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How one is reached, and how one could be.
///
/// @param push null where this server has no push
/// @param mail null where this server has no mail, or the sign-in brought no verified address
/// @param pause null while nothing is paused
/// @param moments whether the two moments of one's own time-out pass through quiet hours
/// @param buttons whether a notification has buttons
@JsonInclude(Include.ALWAYS)
record NoticesView(
    @Nullable Push push,
    @Nullable Mail mail,
    @Nullable Pause pause,
    boolean moments,
    boolean buttons) {
  /// @param key for the browser to subscribe with
  record Push(String key) {}

  /// @param address where mail would go
  record Mail(String address, boolean on) {}

  /// @param until null: until one says
  @JsonInclude(Include.ALWAYS)
  record Pause(@Nullable Instant until) {}

  /// @param possible the address a mail could go to now
  static NoticesView of(
      Choices choices, Optional<PushKey> key, Optional<String> possible, Instant now) {
    var on = choices.mail();
    var address = on == null ? possible.orElse(null) : on;
    return new NoticesView(
        key.map(k -> new Push(k.publicKey())).orElse(null),
        address == null ? null : new Mail(address, on != null),
        choices.pausedAt(now) ? new Pause(choices.pausedUntil()) : null,
        choices.moments(),
        choices.buttons());
  }
}
