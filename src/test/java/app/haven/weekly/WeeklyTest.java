package app.haven.weekly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.haven.Orders;
import app.haven.kernel.CoupleId;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WeeklyTest {
  private static final Instant NOW = Instant.parse("2026-11-28T18:00:00Z");
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final UUID ID = new UUID(4, 4);
  private static final UUID ITEM = new UUID(5, 5);

  private final Weekly.Card card = new Weekly.Card(ID, NOW.plusSeconds(3600), Form.HOUR, NOW);
  private final Weekly open = new Weekly.Open(card);
  private final Weekly.Revealed talk = new Weekly.Revealed(card, null, NOW);

  private static Refusal refused(Runnable doing) {
    return Objects.requireNonNull(catchThrowableOfType(Refusal.class, doing::run));
  }

  @Test
  void eitherLeavesAWeekOutUntilItIsRevealed() {
    assertThat(open.skip()).contains(new WeeklyEvent.Skipped(ID));
    var skipped = open.after(new WeeklyEvent.Skipped(ID), NOW);
    assertThat(skipped.skip()).isEmpty();
    assertThat(skipped.pass()).isEmpty();
    assertThat(refused(skipped::mustBeOpen).code()).isEqualTo(Refusal.Code.CONFLICT);
    assertThat(refused(talk::skip).code()).isEqualTo(Refusal.Code.CONFLICT);
  }

  @Test
  void nobodyHoldsTheWordForGood() {
    assertThat(talk.speak(ALEX, NOW)).contains(new WeeklyEvent.Spoke(ID, ALEX));
    var alex = new Weekly.Revealed(card, ALEX, NOW);
    assertThat(alex.speak(ALEX, NOW)).isEmpty();
    assertThat(refused(() -> alex.speak(SAM, NOW.plusSeconds(299))).code())
        .isEqualTo(Refusal.Code.TOO_SOON);
    assertThat(alex.speak(SAM, NOW.plusSeconds(300))).contains(new WeeklyEvent.Spoke(ID, SAM));
    assertThat(alex.pass(ALEX, SAM)).contains(new WeeklyEvent.Spoke(ID, SAM));
    assertThat(refused(() -> alex.pass(SAM, ALEX)).code()).isEqualTo(Refusal.Code.NOT_YOURS);
    assertThat(refused(() -> talk.pass(SAM, ALEX)).code()).isEqualTo(Refusal.Code.NOT_YOURS);
  }

  @Test
  void aTalkComesAfterTheRevealAndEndsWithIt() {
    assertThat(refused(open::talk).code()).isEqualTo(Refusal.Code.CONFLICT);
    assertThat(refused(open::close).code()).isEqualTo(Refusal.Code.CONFLICT);
    assertThat(talk.close()).contains(new WeeklyEvent.Closed(ID));
    var closed = talk.after(new WeeklyEvent.Closed(ID), NOW);
    assertThat(closed.close()).isEmpty();
    assertThat(refused(closed::talk).code()).isEqualTo(Refusal.Code.CONFLICT);
    assertThat(refused(closed::skip).code()).isEqualTo(Refusal.Code.CONFLICT);
  }

  @Test
  void nobodyWritesOverWhatTheyHaveNotSeen() {
    var nothing = new Item.Before(Optional.empty(), 0, 0);
    assertThat(Item.write(ID, false, 0, nothing)).isEqualTo(1);
    var two = new Item.Before(Optional.of(new Item(ITEM, ID, false, 2)), 1, 1);
    assertThat(Item.write(ID, false, 2, two)).isEqualTo(3);
    for (int other : new int[] {0, 1, 3, -1}) {
      var refusal = refused(() -> Item.write(ID, false, other, two));
      assertThat(refusal.problem().stands()).isEqualTo(new WeeklyRefusals.Version(2));
    }
    assertThat(refused(() -> Item.write(ID, true, 2, two)).code()).isEqualTo(Refusal.Code.CONFLICT);
    assertThat(refused(() -> Item.write(new UUID(6, 6), false, 2, two)).code())
        .isEqualTo(Refusal.Code.CONFLICT);
    var full = new Item.Before(Optional.empty(), 0, Weekly.MOST_DECISIONS);
    assertThat(refused(() -> Item.write(ID, true, 0, full)).code()).isEqualTo(Refusal.Code.INVALID);
    assertThatCode(() -> Item.write(ID, false, 0, full)).doesNotThrowAnyException();
  }

  @Test
  void whoeverWroteAllTheyMayLeavesTheOtherTheirShare() {
    var row = new ItemRow(new CoupleId(new UUID(3, 3)).ours(), ITEM, ID, false);
    for (int i = 0; i < Weekly.MOST_VERSIONS; i++) row.write(ALEX, 7 + i);
    var item = Optional.of(row.item());
    int stands = row.item().versions();
    var alex = new Item.Before(item, row.wrote(ALEX), 1);
    assertThat(refused(() -> Item.write(ID, false, stands, alex)).code())
        .isEqualTo(Refusal.Code.CONFLICT);
    var sam = new Item.Before(item, row.wrote(SAM), 0);
    assertThat(Item.write(ID, false, stands, sam)).isEqualTo(stands + 1);
    assertThat(row.isBegunBy(ALEX)).isTrue();
    assertThat(row.isBegunBy(SAM)).isFalse();
  }

  @Test
  void howWellANeedIsMetHasItsRangeAndEachAgreementOnce() {
    Item.check(List.of(new Met(ITEM, 1, null), new Met(ID, 5, "It is calmer.")));
    for (var wrong :
        List.of(
            List.of(new Met(ITEM, 0, null)),
            List.of(new Met(ITEM, 6, null)),
            List.of(new Met(ITEM, 3, null), new Met(ITEM, 4, null)))) {
      assertThat(refused(() -> Item.check(wrong)).code()).isEqualTo(Refusal.Code.INVALID);
    }
  }

  @Test
  void eachTakesBackTheirOwnWordsAlone() {
    var row = new WeeklyRow(new CoupleId(new UUID(3, 3)).ours(), card, 7);
    assertThat(row.erasedUntil(ALEX)).isZero();
    row.erase(ALEX, 9);
    row.erase(SAM, 11);
    row.erase(ALEX, 12);
    assertThat(row.erasedUntil(ALEX)).isEqualTo(12);
    assertThat(row.erasedUntil(SAM)).isEqualTo(11);
  }

  /// Whatever the two do and in whatever order: the talk comes only after the reveal, what has
  /// ended changes no more, and the row remembers what the rules say.
  @Test
  void noOrderOfStepsOpensTheTalkBeforeTheRevealOrAfterItsEnd() {
    for (long seed = 0; seed < 2_000; seed++) {
      var random = Orders.random(seed);
      var row = new WeeklyRow(new CoupleId(new UUID(3, 3)).ours(), card, 7);
      Weekly state = row.state();
      boolean revealed = false;
      for (int step = 0; step < 12; step++) {
        var now = NOW.plusSeconds(step * 120L);
        var by = random.nextBoolean() ? ALEX : SAM;
        var before = state;
        Optional<WeeklyEvent> event;
        try {
          event = step(random.nextInt(6), before, by, now);
        } catch (Refusal refused) {
          event = Optional.empty();
        }
        if (event.isEmpty()) continue;
        assertThat(before).isNotInstanceOf(Weekly.Ended.class);
        revealed |= event.get() instanceof WeeklyEvent.Revealed;
        if (event.get() instanceof WeeklyEvent.Spoke || event.get() instanceof WeeklyEvent.Closed)
          assertThat(revealed).isTrue();
        state = before.after(event.get(), now);
        row.remember(event.get(), now, step + 8);
        assertThat(row.state()).isEqualTo(state);
      }
    }
  }

  private static Optional<WeeklyEvent> step(int which, Weekly state, PersonId by, Instant now) {
    return switch (which) {
      case 0 -> state.skip();
      case 1 -> state.close();
      case 2 -> state.pass();
      case 3 -> state.talk().speak(by, now);
      case 4 -> state.talk().pass(by, by.equals(ALEX) ? SAM : ALEX);
      default ->
          state instanceof Weekly.Open
              ? Optional.of(new WeeklyEvent.Revealed(ID, List.of()))
              : Optional.empty();
    };
  }
}
