package app.haven.notify;

import app.haven.kernel.Failures;
import app.haven.kernel.Locales;
import app.haven.kernel.PersonId;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.ResourceBundle;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The same sentence as a mail. Always the same text in a language: no name, no word, no reason.
@ApplicationScoped
class Mailing {
  private static final Logger LOG = Logger.getLogger(Mailing.class);

  private final Mailer mailer;
  private final Locales locales;
  private final NotifySettings settings;
  private final String home;

  @Inject
  Mailing(
      Mailer mailer,
      Locales locales,
      NotifySettings settings,
      @ConfigProperty(name = "haven.public-url") String home) {
    this.mailer = mailer;
    this.locales = locales;
    this.settings = settings;
    this.home = home;
  }

  Outcome send(PersonId person, String address) {
    if (settings.mailFrom().isEmpty()) return new Outcome.Done();
    var words = words(locales.of(person));
    var mail =
        Mail.withText(address, words.getString("subject"), words.getString("text").formatted(home))
            .addHeader("Auto-Submitted", "auto-generated");
    try {
      mailer.send(mail);
      return new Outcome.Done();
    } catch (RuntimeException e) {
      LOG.warnf("a mail was not taken: %s", Failures.describe(e));
      return new Outcome.Again(null);
    }
  }

  private static ResourceBundle words(Locale locale) {
    return ResourceBundle.getBundle(
        "app.haven.notify.words",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
