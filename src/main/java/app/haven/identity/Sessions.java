package app.haven.identity;

import app.haven.kernel.DatabaseFailure;
import app.haven.kernel.Failures;
import app.haven.kernel.Json;
import app.haven.kernel.SystemEvents;
import app.haven.vault.ServerSecrets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.oidc.runtime.CodeAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps the tokens of a browser's sign-in here and a random number in its cookie: the cookie stays
/// small, and ending a sign-in ends it everywhere. A renewal of the tokens is still the same
/// sign-in.
@ApplicationScoped
class Sessions implements TokenStateManager {
  private static final Logger LOG = Logger.getLogger(Sessions.class);
  private static final String PURPOSE = "sign-in tokens";
  private static final String SECRET = Sessions.class.getName() + ".secret";
  private static final String UNREACHABLE = Sessions.class.getName() + ".unreachable";

  /// Set by the framework while it renews tokens; then it removes the old ones before it stores the
  /// new ones.
  private static final String RENEWING = "refresh_token_grant_response";

  private static final int SECRET_BYTES = 32;

  private final BrowserSessions rows;
  private final People people;
  private final ServerSecrets secrets;
  private final SystemEvents events;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Inject
  Sessions(
      BrowserSessions rows,
      People people,
      ServerSecrets secrets,
      SystemEvents events,
      Clock clock) {
    this.rows = rows;
    this.people = people;
    this.secrets = secrets;
    this.events = events;
    this.clock = clock;
  }

  /// The id of the sign-in behind this request; null if it is not one of a browser.
  static @Nullable String of(RoutingContext request) {
    String secret = request.get(SECRET);
    return secret == null ? null : id(secret);
  }

  /// Whether the sign-in could not be looked up, which says nothing about it.
  static boolean unreachable(RoutingContext request) {
    return request.get(UNREACHABLE) != null;
  }

  /// Takes back that the framework removed the cookie.
  static void keepCookie(RoutingContext request) {
    request.response().removeCookies(OidcUtils.SESSION_COOKIE_NAME, false);
  }

  private record Tokens(
      @Nullable String id,
      @Nullable String access,
      @Nullable String refresh,
      @Nullable Long accessExpiresIn,
      @Nullable String accessScope) {}

  @Override
  public Uni<String> createTokenState(
      RoutingContext request,
      OidcTenantConfig tenant,
      AuthorizationCodeTokens tokens,
      OidcRequestContext<String> blocking) {
    return blocking.runBlocking(() -> store(request, tokens));
  }

  private String store(RoutingContext request, AuthorizationCodeTokens tokens) {
    String known = renewing(request) ? request.get(SECRET) : null;
    String secret = known == null ? newSecret() : known;
    String id = id(secret);
    Long seconds =
        Objects.requireNonNull(request.get(CodeAuthenticationMechanism.SESSION_MAX_AGE_PARAM));
    var expires = clock.instant().plusSeconds(seconds);
    var sealed = secrets.seal(PURPOSE, id, write(tokens));
    if (known == null) {
      rows.add(id, subject(tokens), sealed, expires);
    } else if (!rows.renew(id, sealed, expires)) {
      throw new AuthenticationFailedException("signed out while the tokens were renewed");
    }
    request.put(SECRET, secret);
    return secret;
  }

  private static boolean renewing(RoutingContext request) {
    return request.get(RENEWING) == Boolean.TRUE;
  }

  private String newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return BrowserSessions.text(secret);
  }

  private static String id(String secret) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      return BrowserSessions.text(hash.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String subject(AuthorizationCodeTokens tokens) {
    return OidcCommonUtils.decodeJwtContent(tokens.getIdToken()).getString("sub");
  }

  private static byte[] write(AuthorizationCodeTokens tokens) {
    var kept =
        new Tokens(
            tokens.getIdToken(),
            tokens.getAccessToken(),
            tokens.getRefreshToken(),
            tokens.getAccessTokenExpiresIn(),
            tokens.getAccessTokenScope());
    return Json.write(kept).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Uni<AuthorizationCodeTokens> getTokens(
      RoutingContext request,
      OidcTenantConfig tenant,
      String secret,
      OidcRequestContext<AuthorizationCodeTokens> blocking) {
    return blocking.runBlocking(() -> read(request, secret));
  }

  private AuthorizationCodeTokens read(RoutingContext request, String secret) {
    String id = id(secret);
    var sealed = find(request, id);
    byte[] clear = secrets.open(PURPOSE, id, sealed);
    if (clear == null) throw new AuthenticationFailedException("sealed with a key that is gone");
    request.put(SECRET, secret);
    try {
      var tokens = Json.MAPPER.readValue(clear, Tokens.class);
      return new AuthorizationCodeTokens(
          tokens.id(),
          tokens.access(),
          tokens.refresh(),
          tokens.accessExpiresIn(),
          tokens.accessScope());
    } catch (IOException e) {
      throw new IllegalStateException("stored tokens are not JSON", e);
    }
  }

  private ServerSecrets.Sealed find(RoutingContext request, String id) {
    try {
      return rows.find(id)
          .orElseThrow(() -> new AuthenticationFailedException("this sign-in was ended"));
    } catch (DatabaseFailure e) {
      LOG.warnf("a sign-in cannot be looked up: %s", Failures.describe(e));
      request.put(UNREACHABLE, Boolean.TRUE);
      throw e;
    }
  }

  @Override
  public Uni<Void> deleteTokens(
      RoutingContext request,
      OidcTenantConfig tenant,
      String secret,
      OidcRequestContext<Void> blocking) {
    if (renewing(request)) return Uni.createFrom().voidItem();
    // Nobody is signed out because the database was away for a moment.
    if (unreachable(request)) return Uni.createFrom().failure(Failures.unavailable());
    return blocking.runBlocking(() -> {
      QuarkusTransaction.requiringNew().run(() -> end(id(secret)));
      return null;
    });
  }

  private void end(String id) {
    rows.remove(id)
        .flatMap(people::bySubject)
        .ifPresent(person -> events.wake(Set.of(person.mine())));
  }
}
