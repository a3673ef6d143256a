package app.haven.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.faulty.Fault;
import app.haven.local.LocalPostgres;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The short form of `./haven faults`, on servers of its own, since it kills them.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {
  private static final long SEED = ThreadLocalRandom.current().nextLong(1_000_000);
  private static LocalPostgres postgres;
  private static Broker broker;

  @BeforeAll
  static void start() {
    postgres = LocalPostgres.temporary();
    broker = new Broker();
  }

  @Test
  @Order(1)
  void nothingIsLostDoubledReorderedOrEarlyWhateverDies() {
    assertThat(Faults.good(Plan.shortForm(SEED), postgres, broker)).isEmpty();
  }

  /// What finds nothing proves nothing, unless it finds what is there.
  @Test
  @Order(2)
  void aBuildThatDoesTwiceWhatIsSentTwiceIsFoundOut() {
    broker.restart();
    assertThat(Faults.broken(Fault.NO_DEDUPE, SEED, postgres, broker)).isTrue();
  }

  @AfterAll
  static void stop() {
    broker.close();
    postgres.close();
  }
}
