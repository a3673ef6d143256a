package app.haven.gratitude;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.StreamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResurfacingTest {
  private static final StreamId LIST = new StreamId(new UUID(3, 4));
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");

  private static List<UUID> entries(int many, long seed) {
    var random = new Random(seed);
    var entries = new ArrayList<UUID>();
    for (int i = 0; i < many; i++) entries.add(new UUID(random.nextLong(), random.nextLong()));
    return entries;
  }

  private static UUID chosen(LocalDate day, List<UUID> entries) {
    return Resurfacing.of(LIST, day, entries).orElseThrow();
  }

  @Test
  void ofNothingNothingComesBack() {
    assertThat(Resurfacing.of(LIST, DAY, List.of())).isEmpty();
  }

  @Test
  void inWhateverOrderTheListIsReadTheSameComesBack() {
    for (int seed = 0; seed < 200; seed++) {
      var entries = entries(1 + seed % 30, seed);
      var shuffled = new ArrayList<>(entries);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(chosen(DAY, shuffled)).isEqualTo(chosen(DAY, entries));
    }
  }

  @Test
  void whatIsTakenBackElsewhereDoesNotChangeTheChoice() {
    for (int seed = 0; seed < 200; seed++) {
      var entries = entries(20, seed);
      var today = chosen(DAY, entries);
      for (var gone : entries) {
        if (gone.equals(today)) continue;
        var left = new ArrayList<>(entries);
        left.remove(gone);
        assertThat(chosen(DAY, left)).isEqualTo(today);
      }
    }
  }

  @Test
  void eachHasItsTurn() {
    var entries = entries(10, 7);
    var turns = new TreeMap<UUID, Integer>();
    for (int i = 0; i < 1000; i++) turns.merge(chosen(DAY.plusDays(i), entries), 1, Integer::sum);
    assertThat(turns).hasSize(10);
    assertThat(turns.values()).allSatisfy(many -> assertThat(many).isBetween(60, 140));
  }

  @Test
  void otherListsHaveAnotherOrder() {
    var entries = entries(10, 7);
    var found = new HashSet<UUID>();
    for (int i = 0; i < 50; i++) {
      found.add(Resurfacing.of(new StreamId(new UUID(5, i)), DAY, entries).orElseThrow());
    }
    assertThat(found).hasSizeGreaterThan(5);
  }

  @Test
  void theDayIsTheSameWhereverOneIs() {
    assertThat(Resurfacing.day(Instant.parse("2026-11-21T00:00:00Z"))).isEqualTo(DAY);
    assertThat(Resurfacing.day(Instant.parse("2026-11-21T23:59:59.999Z"))).isEqualTo(DAY);
    assertThat(Resurfacing.begins(DAY)).isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
    assertThat(Resurfacing.until(DAY)).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
  }
}
