package app.haven.gratitude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.gratitude.Gratitude.Part;
import app.haven.gratitude.Gratitude.Thanks;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GratitudeTest {
  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final UUID ID = new UUID(9, 9);
  private static final Gratitude.Kept TEA = Gratitude.begun(ID, ALEX);

  private static GratitudeCommand.Add wish(@Nullable LocalDate on, @Nullable Boolean justMine) {
    return new GratitudeCommand.Add(ID, "Tea.", "I felt cared for.", on, justMine);
  }

  private static GratitudeEvent.Added add(GratitudeCommand.Add wish, boolean shared) {
    return Gratitude.add(wish, shared, Optional.empty(), List.of(), NOW);
  }

  private static GratitudeCommand.Edit edit(@Nullable LocalDate on) {
    return new GratitudeCommand.Edit(ID, "Tea and toast.", null, on);
  }

  private static GratitudeCommand.Thank thank(@Nullable String words) {
    return new GratitudeCommand.Thank(ID, words);
  }

  private static Gratitude after(Gratitude before, GratitudeCommand.Change command, PersonId by) {
    return before.after(before.decide(command, by, NOW).orElseThrow());
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void anEntryForBothSaysNothingOfLists() {
    assertThat(add(wish(null, null), true).justMine()).isNull();
    assertThat(add(wish(null, false), true).justMine()).isNull();
    assertThat(add(wish(null, true), false).justMine()).isTrue();
  }

  @Test
  void theCoupleAndTheWordPrivateMustAgree() {
    refused(Code.INVALID, () -> add(wish(null, true), true));
    refused(Code.INVALID, () -> add(wish(null, null), false));
    refused(Code.INVALID, () -> add(wish(null, false), false));
  }

  @Test
  void theDayMayBeTodayWhereverItBeginsFirst() {
    assertThat(add(wish(LocalDate.parse("2026-11-22"), null), true).on()).isNotNull();
    refused(Code.INVALID, () -> add(wish(LocalDate.parse("2026-11-23"), null), true));
    refused(Code.INVALID, () -> TEA.decide(edit(LocalDate.parse("2026-11-23")), ALEX, NOW));
  }

  @Test
  void anIdIsUsedOnce() {
    refused(
        Code.CONFLICT,
        () -> Gratitude.add(wish(null, null), true, Optional.of(TEA), List.of(), NOW));
  }

  @Test
  void nobodyIsBuriedInKindWords() {
    var full = Collections.nCopies(Gratitude.MOST, NOW.minus(Gratitude.WINDOW).plusMillis(1));
    assertThatThrownBy(() -> Gratitude.add(wish(null, null), true, Optional.empty(), full, NOW))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(Code.RATE);
              assertThat(refusal.problem().after()).isEqualTo(1);
            });
    var older = Collections.nCopies(Gratitude.MOST, NOW.minus(Gratitude.WINDOW));
    assertThat(Gratitude.add(wish(null, null), true, Optional.empty(), older, NOW)).isNotNull();
    var fewer = Collections.nCopies(Gratitude.MOST - 1, NOW);
    assertThat(Gratitude.add(wish(null, null), true, Optional.empty(), fewer, NOW)).isNotNull();
  }

  @Test
  void thanksAreThePartnersToSay() {
    refused(Code.NOT_YOURS, () -> TEA.decide(thank(null), ALEX, NOW));
    assertThat(after(TEA, thank(null), SAM).thanks()).isEqualTo(Thanks.TAPPED);
    assertThat(after(TEA, thank("Oh!"), SAM).thanks()).isEqualTo(Thanks.WORDS);
  }

  @Test
  void toThankOnceMoreChangesNothing() {
    assertThat(after(TEA, thank(null), SAM).decide(thank(null), SAM, NOW)).isEmpty();
  }

  @Test
  void onlyTheAuthorEdits() {
    refused(Code.NOT_YOURS, () -> TEA.decide(edit(null), SAM, NOW));
    assertThat(TEA.decide(edit(null), ALEX, NOW))
        .contains(new GratitudeEvent.Edited(ID, "Tea and toast.", null, null));
  }

  @Test
  void versionsHaveAnEnd() {
    Gratitude entry = TEA;
    for (int i = 0; i < Gratitude.MOST_EDITS; i++) entry = after(entry, edit(null), ALEX);
    var last = entry;
    refused(Code.CONFLICT, () -> last.decide(edit(null), ALEX, NOW));
  }

  @Test
  void eitherPinsAndUnpins() {
    var pin = new GratitudeCommand.Pin(ID);
    var unpin = new GratitudeCommand.Unpin(ID);
    var pinned = after(TEA, pin, SAM);
    assertThat(pinned.decide(pin, ALEX, NOW)).isEmpty();
    assertThat(after(pinned, unpin, ALEX)).isEqualTo(TEA);
    assertThat(TEA.decide(unpin, SAM, NOW)).isEmpty();
  }

  @Test
  void eachTakesBackTheirOwnWordsAlone() {
    assertThat(TEA.erase(ALEX)).contains(Part.ENTRY);
    refused(Code.NOT_YOURS, () -> TEA.erase(SAM));
    refused(Code.NOT_YOURS, () -> after(TEA, thank(null), SAM).erase(SAM));
    var thanked = after(TEA, thank("Oh!"), SAM);
    assertThat(thanked.erase(SAM)).contains(Part.THANKS);
    assertThat(thanked.without(Part.THANKS).erase(SAM)).isEmpty();
    assertThat(thanked.without(Part.THANKS).erase(ALEX)).contains(Part.ENTRY);
    assertThat(thanked.without(Part.ENTRY).erase(SAM)).contains(Part.THANKS);
    assertThat(thanked.without(Part.ENTRY).erase(ALEX)).isEmpty();
  }

  @Test
  void ofATraceNothingChanges() {
    var trace = after(TEA, new GratitudeCommand.Pin(ID), SAM).without(Part.ENTRY);
    refused(Code.CONFLICT, () -> trace.decide(edit(null), ALEX, NOW));
    refused(Code.CONFLICT, () -> trace.decide(thank(null), SAM, NOW));
    refused(Code.CONFLICT, () -> trace.decide(new GratitudeCommand.Pin(ID), SAM, NOW));
    assertThat(trace.decide(new GratitudeCommand.Unpin(ID), SAM, NOW)).isEmpty();
    refused(Code.NOT_YOURS, () -> trace.decide(edit(null), SAM, NOW));
  }

  @Test
  void refusalsShowNoWords() {
    assertThat(TEA.standing()).isEqualTo(new Gratitude.Standing(ID, ALEX));
  }
}
