package app.haven.settings;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// Turns the HAVEN_* settings into what the libraries call them, in every way Haven is started.
public final class Translation implements ConfigSourceFactory {
  /// Above application.properties in the jar (250), below the environment (300).
  private static final int ORDINAL = 260;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    var set = new HashMap<String, String>();
    for (var setting : Setting.values()) {
      var value = context.getValue(setting.name()).getValue();
      if (value != null && !value.isBlank()) set.put(setting.name(), value);
    }
    return List.of(new PropertiesConfigSource(translate(set), "Haven settings", ORDINAL));
  }

  static Map<String, String> translate(Map<String, String> set) {
    var values = new HashMap<String, String>();
    values.put("haven.port", set.getOrDefault("HAVEN_PORT", "8080"));
    values.put("haven.public-url", publicUrl(set));
    values.put("haven.master-key-file", set.getOrDefault("HAVEN_MASTER_KEY_FILE", "unset"));
    values.put(
        "haven.kernel.rate-limits", String.valueOf(!"off".equals(set.get("HAVEN_RATE_LIMITS"))));
    copy(set, "HAVEN_DB_URL", values, "quarkus.datasource.jdbc.url");
    copy(set, "HAVEN_DB_USER", values, "quarkus.datasource.username");
    copy(set, "HAVEN_DB_PASSWORD", values, "quarkus.datasource.password");
    copy(set, "HAVEN_METRICS_TOKEN", values, "haven.metrics-token");
    copy(set, "HAVEN_PUSH_KEY_FILE", values, "haven.notify.key-file");
    copy(set, "HAVEN_PUSH_SERVICES", values, "haven.notify.services");
    mail(set, values);
    signIn(set, values);
    if (values.getOrDefault("haven.public-url", "").startsWith("https:")) behindTls(values);
    if (set.containsKey("HAVEN_KAFKA")) {
      values.put("haven.connector", "smallrye-kafka");
      values.put("kafka.bootstrap.servers", set.get("HAVEN_KAFKA"));
    }
    return values;
  }

  /// Addresses are made by adding a path to it.
  private static String publicUrl(Map<String, String> set) {
    return set.getOrDefault("HAVEN_PUBLIC_URL", "http://localhost:8080").replaceAll("/+$", "");
  }

  private static void signIn(Map<String, String> set, Map<String, String> values) {
    if (set.containsKey("HAVEN_OIDC_PUBLIC_KEY")) {
      values.put("quarkus.oidc.public-key", set.get("HAVEN_OIDC_PUBLIC_KEY"));
      values.put("quarkus.oidc.application-type", "service");
      values.put("quarkus.oidc.token.issuer", "any");
      values.put("quarkus.oidc.token.issued-at-required", "false");
      return;
    }
    copy(set, "HAVEN_OIDC_ISSUER", values, "quarkus.oidc.auth-server-url");
    copy(set, "HAVEN_OIDC_CLIENT_ID", values, "quarkus.oidc.client-id");
    copy(set, "HAVEN_OIDC_CLIENT_SECRET", values, "quarkus.oidc.credentials.secret");
  }

  private static void mail(Map<String, String> set, Map<String, String> values) {
    if (!set.containsKey("HAVEN_MAIL_HOST")) return;
    var host = set.get("HAVEN_MAIL_HOST").split(":", 2);
    values.put("quarkus.mailer.host", host[0]);
    values.put("quarkus.mailer.port", host[1]);
    copy(set, "HAVEN_MAIL_FROM", values, "quarkus.mailer.from");
    copy(set, "HAVEN_MAIL_FROM", values, "haven.notify.mail-from");
    copy(set, "HAVEN_MAIL_USER", values, "quarkus.mailer.username");
    copy(set, "HAVEN_MAIL_PASSWORD", values, "quarkus.mailer.password");
    String tls = set.getOrDefault("HAVEN_MAIL_TLS", "starttls");
    values.put("quarkus.mailer.tls", String.valueOf(tls.equals("tls")));
    values.put("quarkus.mailer.start-tls", tls.equals("starttls") ? "REQUIRED" : "DISABLED");
  }

  /// TLS ends before this node, so nothing in a request says that there was any.
  private static void behindTls(Map<String, String> values) {
    values.put("quarkus.oidc.authentication.cookie-force-secure", "true");
    values.put("quarkus.oidc.authentication.force-redirect-https-scheme", "true");
  }

  private static void copy(
      Map<String, String> set, String from, Map<String, String> values, String to) {
    if (set.containsKey(from)) values.put(to, set.get(from));
  }
}
