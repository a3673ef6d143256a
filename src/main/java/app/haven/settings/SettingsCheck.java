package app.haven.settings;

import static app.haven.settings.Setting.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether the settings make a whole: nothing needed is missing, nothing is wrong.
final class SettingsCheck {
  private static final List<Setting> NEEDED =
      List.of(HAVEN_PUBLIC_URL, HAVEN_DB_URL, HAVEN_DB_USER, HAVEN_MASTER_KEY_FILE);
  private static final List<Setting> SIGN_IN =
      List.of(HAVEN_OIDC_ISSUER, HAVEN_OIDC_CLIENT_ID, HAVEN_OIDC_CLIENT_SECRET);

  private SettingsCheck() {}

  /// @param values what is set; empty ones count as missing
  static Optional<String> problem(Map<String, String> values) {
    for (var setting : Setting.values()) {
      var value = values.get(setting.name());
      if (value == null) continue;
      var problem = setting.problem(value);
      if (problem.isPresent()) return problem;
    }
    for (var setting : NEEDED) {
      if (!values.containsKey(setting.name())) return Optional.of(setting.missing());
    }
    return signIn(values).or(() -> mail(values));
  }

  private static Optional<String> mail(Map<String, String> values) {
    if (!values.containsKey(HAVEN_MAIL_HOST.name())) return Optional.empty();
    return values.containsKey(HAVEN_MAIL_FROM.name())
        ? Optional.empty()
        : Optional.of(HAVEN_MAIL_FROM.missing());
  }

  private static Optional<String> signIn(Map<String, String> values) {
    if (values.containsKey(HAVEN_OIDC_PUBLIC_KEY.name())) {
      return values.containsKey(HAVEN_OIDC_ISSUER.name())
          ? Optional.of(
              "HAVEN_OIDC_PUBLIC_KEY stands instead of HAVEN_OIDC_ISSUER: set one of them.")
          : Optional.empty();
    }
    return SIGN_IN.stream()
        .filter(setting -> !values.containsKey(setting.name()))
        .findFirst()
        .map(Setting::missing);
  }
}
