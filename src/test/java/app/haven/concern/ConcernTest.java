package app.haven.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.concern.Concern.Before;
import app.haven.concern.Concern.Card;
import app.haven.concern.Concern.Closed;
import app.haven.concern.Concern.Gone;
import app.haven.concern.Concern.Open;
import app.haven.concern.Concern.Parked;
import app.haven.concern.Concern.Place;
import app.haven.concern.Concern.Turn;
import app.haven.kernel.DataReader;
import app.haven.kernel.Json;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Alex raised something at six; Sam may hear it.
class ConcernTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");
  private static final Instant SEVEN = SIX.plus(Duration.ofHours(1));
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final UUID ID = new UUID(7, 1);
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final Card CARD = new Card(ID, ALEX, SIX);
  private static final Open OPEN = new Open(CARD, 0, null);
  private static final Parked PARKED = new Parked(CARD);
  private static final Closed CLOSED = new Closed(CARD, How.ENOUGH);
  private static final Gone GONE = new Gone(CARD);
  private static final Open ANOTHER = new Open(new Card(new UUID(7, 2), SAM, SIX), 0, null);
  private static final Before NOTHING = new Before(Optional.empty(), List.of(), 0);
  private static final Place FREE = new Place(Optional.empty(), Optional.empty(), false);
  private static final Place TAKEN = new Place(Optional.of(ANOTHER), Optional.empty(), false);

  // --- raising ----------------------------------------------------------------------------------

  @Test
  void theFirstIsHeardAndTheNextWaits() {
    var first = Concern.raise(wish(), ALEX, NOTHING, FREE, SIX);
    assertThat(first.parked()).isFalse();
    assertThat(Concern.begun(first, ALEX, SIX)).isEqualTo(OPEN);
    var next = Concern.raise(wish(), ALEX, NOTHING, TAKEN, SIX);
    assertThat(next.parked()).isTrue();
    assertThat(Concern.begun(next, ALEX, SIX)).isEqualTo(PARKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"saw", "felt", "need"})
  void whatIsMissingIsNamed(String field) {
    for (var empty : new String[] {"", "  ", null}) {
      var data = Json.MAPPER.createObjectNode().put("concern", ID.toString());
      data.put("saw", "a").put("felt", "b").put("need", "c").put(field, empty);
      refused(Code.INVALID, () -> DataReader.read(data, ConcernCommand.Raise.class))
          .satisfies(no ->
              assertThat(((Refusal) no).problem().errors())
                  .extracting(Refusal.FieldError::field)
                  .containsExactly(field));
    }
  }

  @Test
  void anIdNamesOneConcern() {
    var taken = new Before(Optional.of(OPEN), List.of(), 0);
    refused(Code.CONFLICT, () -> Concern.raise(wish(), ALEX, taken, FREE, SIX))
        .satisfies(no -> assertThat(((Refusal) no).problem().stands()).isEqualTo(OPEN.standing()));
  }

  @Test
  void fiveInADayAreEnough() {
    var four = new Before(Optional.empty(), Collections.nCopies(4, SIX), 0);
    assertThat(Concern.raise(wish(), ALEX, four, FREE, SIX)).isNotNull();
    var five = new Before(Optional.empty(), Collections.nCopies(5, SIX), 0);
    var free = SIX.plus(Concern.WINDOW);
    refused(Code.RATE, () -> Concern.raise(wish(), ALEX, five, FREE, free.minus(MILLI)))
        .satisfies(no -> assertThat(((Refusal) no).problem().after()).isEqualTo(1));
    assertThat(Concern.raise(wish(), ALEX, five, FREE, free)).isNotNull();
  }

  @Test
  void theListHasAnEnd() {
    var full = new Before(Optional.empty(), List.of(), Concern.MOST_PARKED);
    refused(Code.CONFLICT, () -> Concern.raise(wish(), ALEX, full, TAKEN, SIX));
    assertThat(Concern.raise(wish(), ALEX, full, FREE, SIX).parked()).isFalse();
  }

  // --- one at a time, and each in turn ----------------------------------------------------------

  @Test
  void itsAuthorOpensItWhenNoneIsOpen() {
    assertThat(said(PARKED, new ConcernCommand.Open(ID), ALEX, FREE))
        .contains(new ConcernEvent.Opened(ID));
    assertThat(PARKED.after(new ConcernEvent.Opened(ID))).isEqualTo(OPEN);
    assertThat(said(OPEN, new ConcernCommand.Open(ID), ALEX, FREE)).isEmpty();
    refused(Code.CONFLICT, () -> said(PARKED, new ConcernCommand.Open(ID), ALEX, TAKEN))
        .satisfies(
            no -> assertThat(((Refusal) no).problem().stands()).isEqualTo(ANOTHER.standing()));
    refused(Code.NOT_YOURS, () -> said(PARKED, new ConcernCommand.Open(ID), SAM, FREE));
  }

  @Test
  void whoHadThePlaceLeavesItToTheOtherForADayIfTheyWait() {
    var mine = new Place(Optional.empty(), Optional.of(new Turn(ALEX, SIX)), true);
    var day = SIX.plus(Concern.TURN);
    var open = new ConcernCommand.Open(ID);
    refused(Code.TOO_SOON, () -> PARKED.decide(open, ALEX, () -> mine, day.minus(MILLI)));
    assertThat(PARKED.decide(open, ALEX, () -> mine, day)).isPresent();
    assertThat(Concern.raise(wish(), ALEX, NOTHING, mine, day.minus(MILLI)).parked()).isTrue();
    assertThat(Concern.raise(wish(), ALEX, NOTHING, mine, day).parked()).isFalse();
  }

  @Test
  void nobodyLeavesThePlaceToOneWhoHasNothingWaitingOrHadIt() {
    var alone = new Place(Optional.empty(), Optional.of(new Turn(ALEX, SIX)), false);
    var theirs = new Place(Optional.empty(), Optional.of(new Turn(SAM, SIX)), true);
    for (var place : List.of(alone, theirs)) {
      assertThat(PARKED.decide(new ConcernCommand.Open(ID), ALEX, () -> place, SIX)).isPresent();
      assertThat(Concern.raise(wish(), ALEX, NOTHING, place, SIX).parked()).isFalse();
    }
  }

  @Test
  void onlyTheOpenOneRestsAfterAWeek() {
    assertThat(OPEN.weekIsOver()).contains(new ConcernEvent.Rested(ID));
    assertThat(OPEN.after(new ConcernEvent.Rested(ID))).isEqualTo(PARKED);
    for (var other : List.of(PARKED, CLOSED, GONE)) assertThat(other.weekIsOver()).isEmpty();
  }

  // --- hearing ----------------------------------------------------------------------------------

  @Test
  void theOtherSaysBackWhatTheyHeardUpToFiveTimes() {
    Concern concern = new Open(CARD, 0, SEVEN);
    for (int i = 1; i <= Concern.MOST_HEARD; i++) {
      var event = said(concern, hear(), SAM, FREE).orElseThrow();
      assertThat(event).isEqualTo(new ConcernEvent.Heard(ID, "You were tired."));
      concern = concern.after(event);
      assertThat(concern).isEqualTo(new Open(CARD, i, null));
    }
    var full = concern;
    refused(Code.CONFLICT, () -> said(full, hear(), SAM, FREE));
    refused(Code.NOT_YOURS, () -> said(OPEN, hear(), ALEX, FREE));
  }

  @Test
  void theOtherMayAskForTimeToAnswerWell() {
    var until = SIX.plus(Concern.TIME_WITHIN);
    assertThat(OPEN.decide(needTime(until), SAM, () -> FREE, SIX))
        .contains(new ConcernEvent.TimeNeeded(ID, until));
    assertThat(OPEN.after(new ConcernEvent.TimeNeeded(ID, until)))
        .isEqualTo(new Open(CARD, 0, until));
    assertThat(new Open(CARD, 0, until).decide(needTime(until), SAM, () -> FREE, SIX)).isEmpty();
    refused(Code.TOO_SOON, () -> OPEN.decide(needTime(SIX), SAM, () -> FREE, SIX));
    refused(Code.TOO_LONG, () -> OPEN.decide(needTime(until.plus(MILLI)), SAM, () -> FREE, SIX));
    refused(Code.NOT_YOURS, () -> OPEN.decide(needTime(until), ALEX, () -> FREE, SIX));
  }

  @Test
  void whatWaitsOrIsOverIsNotHeard() {
    for (var concern : List.of(PARKED, CLOSED, GONE)) {
      for (var command : List.of(hear(), needTime(SEVEN))) {
        refused(Code.CONFLICT, () -> said(concern, command, SAM, FREE));
      }
    }
  }

  // --- enough -----------------------------------------------------------------------------------

  @Test
  void itsAuthorSaysWhenItIsEnough() {
    var close = new ConcernCommand.Close(ID, How.ENOUGH);
    for (var concern : List.of(OPEN, new Open(CARD, 2, SEVEN))) {
      assertThat(said(concern, close, ALEX, FREE))
          .contains(new ConcernEvent.Closed(ID, How.ENOUGH));
    }
    assertThat(OPEN.after(new ConcernEvent.Closed(ID, How.ENOUGH))).isEqualTo(CLOSED);
    assertThat(said(CLOSED, close, ALEX, FREE)).isEmpty();
    for (var concern : List.of(PARKED, GONE)) {
      refused(Code.CONFLICT, () -> said(concern, close, ALEX, FREE));
    }
  }

  static Stream<Concern> all() {
    return Stream.of(OPEN, new Open(CARD, 1, SEVEN), PARKED, CLOSED, GONE);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theOtherCanNeitherOpenNorEndNorTakeIt(Concern concern) {
    for (var command :
        List.of(
            new ConcernCommand.Open(ID),
            new ConcernCommand.Close(ID, How.ENOUGH),
            new ConcernCommand.Withdraw(ID))) {
      refused(Code.NOT_YOURS, () -> said(concern, command, SAM, FREE));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void itsAuthorMayTakeItBackAtAnyTime(Concern concern) {
    var event = said(concern, new ConcernCommand.Withdraw(ID), ALEX, FREE);
    assertThat(event.isEmpty()).isEqualTo(concern instanceof Gone);
    event.ifPresent(happened -> assertThat(concern.after(happened)).isEqualTo(GONE));
  }

  private static Optional<ConcernEvent> said(
      Concern concern, ConcernCommand command, PersonId by, Place place) {
    return concern.decide(command, by, () -> place, SIX);
  }

  private static ConcernCommand hear() {
    return new ConcernCommand.Hear(ID, "You were tired.");
  }

  private static ConcernCommand needTime(Instant until) {
    return new ConcernCommand.NeedTime(ID, until);
  }

  private static ConcernCommand.Raise wish() {
    return new ConcernCommand.Raise(ID, "The dishes.", "Tired.", null, "Help.", null);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      Code code, Supplier<?> attempt) {
    return assertThatThrownBy(attempt::get)
        .isInstanceOf(Refusal.class)
        .satisfies(no -> {
          assertThat(((Refusal) no).code()).isEqualTo(code);
          assertThat(((Refusal) no).problem().detail()).endsWith(".");
        });
  }
}
