package app.haven.notify;

import app.haven.kernel.OpenTabs;
import app.haven.kernel.PersonId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Ends what an open tab makes needless. The node that holds the socket does it: it asks the tab,
/// and only a tab that answers after the event counts. So a phone that fell asleep a moment ago is
/// reached, a node that dies keeps nothing from anybody, and who is here when is stored nowhere.
@ApplicationScoped
class Awake {
  private static final int MOST = 5_000;

  private final Notices notices;
  private final OpenTabs tabs;
  private final Clock clock;

  @Inject
  Awake(Notices notices, OpenTabs tabs, Clock clock) {
    this.notices = notices;
    this.tabs = tabs;
    this.clock = clock;
  }

  void look() {
    var now = clock.instant();
    var waiting = notices.waiting(now, MOST);
    var needless = waiting.stream().filter(notice -> awake(notice, now)).toList();
    if (!needless.isEmpty()) remove(needless);
    var asked = new HashSet<PersonId>();
    for (var notice : waiting) {
      boolean open = silence(notice).isPresent() && !needless.contains(notice);
      if (open && asked.add(notice.person())) tabs.ask(notice.person());
    }
  }

  private void remove(List<Notice> needless) {
    QuarkusTransaction.requiringNew().run(() -> needless.forEach(notices::remove));
  }

  private boolean awake(Notice notice, Instant now) {
    return silence(notice).filter(silence -> now.minus(silence).isAfter(notice.at())).isPresent();
  }

  /// A mail is needless wherever a tab is open, a push where that browser's own is.
  private Optional<Duration> silence(Notice notice) {
    return notice.byMail()
        ? tabs.silence(notice.person())
        : tabs.silence(notice.person(), notice.way());
  }
}
