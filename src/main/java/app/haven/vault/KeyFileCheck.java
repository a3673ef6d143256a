package app.haven.vault;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/// A node with the wrong key file must not start: it would take words it can never show.
@ApplicationScoped
class KeyFileCheck {
  private final DataKeys keys;
  private final MasterKeys masters;

  @Inject
  KeyFileCheck(DataKeys keys, MasterKeys masters) {
    this.keys = keys;
    this.masters = masters;
  }

  void start(@Observes StartupEvent event) {
    keys.mastersInUse().forEach(masters::named);
  }
}
