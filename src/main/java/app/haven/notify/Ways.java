package app.haven.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/// What this server can do to reach anybody.
@ApplicationScoped
class Ways {
  private final PushKeys keys;
  private final NotifySettings settings;

  @Inject
  Ways(PushKeys keys, NotifySettings settings) {
    this.keys = keys;
    this.settings = settings;
  }

  boolean any() {
    return push() || mail();
  }

  boolean push() {
    return keys.current().isPresent();
  }

  boolean mail() {
    return settings.mailFrom().isPresent();
  }
}
