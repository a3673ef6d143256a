package app.haven.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Which pages may act for the person whose browser sends the request: our own only. Programs send
/// no Origin and bring a token, which no other site can make a browser send.
@ApplicationScoped
public class Origins {
  private static final String SESSION_COOKIE = "q_session";

  private final String own;

  @Inject
  public Origins(@ConfigProperty(name = "haven.public-url") URI publicUrl) {
    this.own = origin(publicUrl);
  }

  /// Browsers leave out the port that goes without saying.
  private static String origin(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    boolean implied = url.getPort() == -1 || url.getPort() == usual;
    return scheme + "://" + host + (implied ? "" : ":" + url.getPort());
  }

  /// @param origin the Origin header; null if there is none
  /// @param cookie whether the request is signed in by cookie
  public boolean allowed(@Nullable String origin, boolean cookie) {
    return origin == null ? !cookie : origin.equals(own);
  }

  /// Whether the browser's cookie, and not a token, would sign this request in.
  public static boolean byCookie(HttpServerRequest request) {
    return request.getHeader("Authorization") == null
        && request.cookies().stream().anyMatch(c -> c.getName().startsWith(SESSION_COOKIE));
  }

  boolean secure() {
    return own.startsWith("https:");
  }
}
