package app.haven.timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.timeout.Timeout.Ended;
import app.haven.timeout.Timeout.Ending;
import app.haven.timeout.Timeout.Open;
import app.haven.timeout.TimeoutCommand.Acknowledge;
import app.haven.timeout.TimeoutCommand.Call;
import app.haven.timeout.TimeoutCommand.CheckIn;
import app.haven.timeout.TimeoutCommand.Extend;
import app.haven.timeout.TimeoutCommand.LetGo;
import app.haven.timeout.TimeoutCommand.Note;
import app.haven.timeout.TimeoutCommand.Return;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;

/// The time-out that the rules are tried on: Alex called it at six, and is back at half past.
final class HalfHour {
  static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");
  static final Instant HALF_PAST = SIX.plus(Duration.ofMinutes(30));
  static final Duration MILLI = Duration.ofMillis(1);
  static final UUID ID = new UUID(7, 1);
  static final PersonId ALEX = new PersonId(new UUID(1, 1));
  static final PersonId SAM = new PersonId(new UUID(2, 2));
  static final Open OPEN = new Open(ID, ALEX, SIX, HALF_PAST, false, null, false, 0);
  static final Ended BACK = new Ended(ID, ALEX, SIX, HALF_PAST, Ending.RETURNED, HALF_PAST, null);

  private HalfHour() {}

  static Call thirty() {
    return new Call(ID, 30, null, null, null, null);
  }

  static Stream<TimeoutCommand> callersCommands() {
    return Stream.of(
        new CheckIn(ID, null),
        new Extend(ID, 60, null, null),
        new Return(ID, null, null),
        new LetGo(ID, null));
  }

  static Stream<TimeoutCommand> partnersCommands() {
    return Stream.of(new Acknowledge(ID, null), new Note(ID, "The school called."));
  }

  static PersonId entitled(TimeoutCommand command) {
    return command instanceof Acknowledge || command instanceof Note ? SAM : ALEX;
  }

  static AbstractThrowableAssert<?, ? extends Throwable> refused(Code code, Supplier<?> attempt) {
    return assertThatThrownBy(attempt::get)
        .isInstanceOf(Refusal.class)
        .satisfies(e -> {
          assertThat(((Refusal) e).code()).isEqualTo(code);
          assertThat(((Refusal) e).problem().detail()).endsWith(".");
        });
  }

  static @Nullable Object stands(Throwable refusal) {
    return ((Refusal) refusal).problem().stands();
  }

  static List<String> fields(Throwable refusal) {
    var errors = ((Refusal) refusal).problem().errors();
    return errors == null ? List.of() : errors.stream().map(Refusal.FieldError::field).toList();
  }

  static Optional<Timeout> none() {
    return Optional.empty();
  }
}
