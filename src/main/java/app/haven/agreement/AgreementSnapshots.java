package app.haven.agreement;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.stream.Collectors;

/// The agreements of both that wait or hold, and those that ended in the last days; and what this
/// person alone set to be reminded of those that hold.
@ApplicationScoped
class AgreementSnapshots implements Snapshots {
  private final Agreements agreements;
  private final AgreementReminders reminders;
  private final EventLog log;
  private final Clock clock;

  @Inject
  AgreementSnapshots(
      Agreements agreements, AgreementReminders reminders, EventLog log, Clock clock) {
    this.agreements = agreements;
    this.reminders = reminders;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var list = snapshot.putArray("agreements");
    var own = snapshot.putArray("agreementReminders");
    if (!(who instanceof Who.Paired pair)) return;
    var rows = agreements.current(pair.couple().ours(), clock.instant());
    for (var view : AgreementView.of(rows, log)) {
      list.add(Json.MAPPER.valueToTree(view));
    }
    var holding =
        rows.stream()
            .filter(row -> row.state() instanceof Agreement.InForce)
            .map(AgreementRow::id)
            .collect(Collectors.toSet());
    for (var view : AgreementReminderView.of(reminders.about(who.person(), holding), log)) {
      own.add(Json.MAPPER.valueToTree(view));
    }
  }
}
