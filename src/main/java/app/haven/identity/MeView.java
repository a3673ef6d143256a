package app.haven.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Oneself, and the partner as far as a partner is shown: name and pronouns.
///
/// @param timeZone IANA name
/// @param welcomed whether the first-visit pages were agreed to
@JsonInclude(Include.ALWAYS)
record MeView(
    UUID id,
    String displayName,
    @Nullable String pronouns,
    String timeZone,
    String locale,
    @Nullable QuietHours quietHours,
    boolean welcomed,
    @Nullable Couple couple) {

  record Couple(UUID id, Instant since, Partner partner) {}

  @JsonInclude(Include.ALWAYS)
  record Partner(UUID id, String displayName, @Nullable String pronouns) {}

  static MeView of(Person me, @Nullable Couple couple) {
    return new MeView(
        me.id().value(),
        me.displayName(),
        me.pronouns(),
        me.timeZone().getId(),
        me.locale().getLanguage(),
        me.quietHours(),
        me.welcomedAt() != null,
        couple);
  }

  static Partner partner(Person partner) {
    return new Partner(partner.id().value(), partner.displayName(), partner.pronouns());
  }
}
