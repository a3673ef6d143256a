package app.haven.notify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How people are reached.
@ConfigMapping(prefix = "haven.notify")
interface NotifySettings {
  /// The key pair that names this server to push services; without it there is no push.
  Optional<Path> keyFile();

  /// Where subscriptions may lead: Google, Mozilla, Apple, Microsoft.
  @WithDefault(
      "fcm.googleapis.com,updates.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com")
  List<String> services();

  /// Who mail comes from; without it there is no mail.
  Optional<String> mailFrom();

  /// How long an open tab has to show that it is awake.
  @WithDefault("PT8S")
  Duration grace();

  /// How often a node looks for what is to be sent.
  @WithDefault("PT1S")
  Duration every();

  /// How long one attempt may take at most; then another node takes over.
  @WithDefault("PT45S")
  Duration lease();

  /// Before the second attempt; each further one waits four times as long.
  @WithDefault("PT10S")
  Duration retry();

  /// Between two mails to the same person.
  @WithDefault("PT15M")
  Duration mailEvery();
}
