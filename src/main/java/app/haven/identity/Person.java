package app.haven.identity;

import app.haven.kernel.PersonId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Someone who signs in.
///
/// @param subject who they are to the identity provider
/// @param welcomedAt when they agreed to the first-visit pages
public record Person(
    PersonId id,
    String subject,
    String displayName,
    @Nullable String pronouns,
    ZoneId timeZone,
    Locale locale,
    @Nullable QuietHours quietHours,
    @Nullable Instant welcomedAt) {
  Person withDisplayName(String displayName) {
    return new Person(id, subject, displayName, pronouns, timeZone, locale, quietHours, welcomedAt);
  }

  Person withPronouns(@Nullable String pronouns) {
    return new Person(id, subject, displayName, pronouns, timeZone, locale, quietHours, welcomedAt);
  }

  Person withTimeZone(ZoneId timeZone) {
    return new Person(id, subject, displayName, pronouns, timeZone, locale, quietHours, welcomedAt);
  }

  Person withLocale(Locale locale) {
    return new Person(id, subject, displayName, pronouns, timeZone, locale, quietHours, welcomedAt);
  }

  Person withQuietHours(@Nullable QuietHours quietHours) {
    return new Person(id, subject, displayName, pronouns, timeZone, locale, quietHours, welcomedAt);
  }

  Person withWelcomedAt(Instant welcomedAt) {
    return new Person(id, subject, displayName, pronouns, timeZone, locale, quietHours, welcomedAt);
  }
}
