package app.haven.notify;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.local.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReachTest {
  /// Of pairing, whose events have no golden files.
  private static final Set<String> OF_PAIRING = Set.of("couple.opened", "invite.changed");

  /// A line for a kind that no feature has would say something that is not so.
  @Test
  void everyKindThatReachesSomebodyIsOneThatHappens() throws IOException {
    var known = new TreeSet<>(OF_PAIRING);
    try (var files = Files.list(Places.root().resolve("src/test/resources/golden/events"))) {
      files
          .map(file -> file.getFileName().toString().split("\\."))
          .forEach(parts -> known.add(parts[0] + "." + parts[1]));
    }
    assertThat(known).containsAll(Reach.KINDS.keySet());
  }

  @Test
  void onlyTheTwoMomentsOfATimeOutPassThroughQuietHours() {
    assertThat(
            Reach.KINDS.entrySet().stream().filter(e -> e.getValue().moment()).map(e -> e.getKey()))
        .containsExactlyInAnyOrder("timeout.endingSoon", "timeout.due");
  }

  @Test
  void allThatBelongsToATimeOutIsUrgentAndNothingElse() {
    assertThat(Reach.KINDS)
        .allSatisfy((kind, reach) ->
            assertThat(reach.urgent()).as(kind).isEqualTo(kind.startsWith("timeout.")));
  }

  @Test
  void whoIsOnABreakIsNotCalledBack() {
    assertThat(Reach.KINDS).doesNotContainKeys("timeout.acknowledged", "timeout.noted");
  }
}
