package app.haven.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The configured [PushKey], read once.
@ApplicationScoped
class PushKeys {
  private final Optional<PushKey> key;

  @Inject
  PushKeys(NotifySettings settings) {
    key = settings.keyFile().map(PushKeys::read);
  }

  private static PushKey read(Path file) {
    try {
      return PushKey.read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<PushKey> current() {
    return key;
  }
}
