package app.haven.gratitude;

import app.haven.kernel.EventLog;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// The one entry that comes back today: of the shared list for both, of the own one for whoever has
/// no partner.
@ApplicationScoped
class Today {
  private final Gratitudes gratitudes;
  private final EventLog log;
  private final Clock clock;

  @Inject
  Today(Gratitudes gratitudes, EventLog log, Clock clock) {
    this.gratitudes = gratitudes;
    this.log = log;
    this.clock = clock;
  }

  /// @param until when the next day begins
  /// @param items one entry, or none
  record View(LocalDate day, Instant until, List<GratitudeView> items) {}

  View of(Who who) {
    var list = who instanceof Who.Paired pair ? pair.couple().ours() : who.person().mine();
    var day = Resurfacing.day(clock.instant());
    var standing = gratitudes.standingSince(list, Resurfacing.begins(day));
    var rows =
        Resurfacing.of(list, day, standing).flatMap(id -> gratitudes.of(list, id)).stream()
            .toList();
    return new View(day, Resurfacing.until(day), GratitudeView.of(rows, log));
  }
}
