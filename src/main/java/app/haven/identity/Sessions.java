package app.haven.identity;

import app.haven.kernel.DatabaseFailure;
import app.haven.kernel.Failures;
import app.haven.vault.ServerSecrets;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.runtime.CodeAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps the tokens of a browser's sign-in here and a random number in its cookie: the cookie stays
/// small, and ending a sign-in ends it everywhere. A renewal of the tokens is still the same
/// sign-in.
@Alternative
@Priority(1)
@ApplicationScoped
class Sessions implements TokenStateManager {
  private static final Logger LOG = Logger.getLogger(Sessions.class);
  private static final String PURPOSE = "sign-in tokens";
  private static final String SECRET = Sessions.class.getName() + ".secret";
  private static final String UNREACHABLE = Sessions.class.getName() + ".unreachable";

  /// Set by the framework while it renews tokens; then it removes the old ones before it stores the
  /// new ones.
  private static final String RENEWING = "refresh_token_grant_response";

  private static final String RENEWAL = Sessions.class.getName() + ".renewal";

  private static final int SECRET_BYTES = 32;

  /// Tokens that run out before the framework looks at them count as run out.
  private static final Duration MARGIN = Duration.ofSeconds(2);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final BrowserSessions rows;
  private final Ending ending;
  private final ServerSecrets secrets;
  private final BlockingSecurityExecutor executor;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Inject
  Sessions(
      BrowserSessions rows,
      Ending ending,
      ServerSecrets secrets,
      BlockingSecurityExecutor executor,
      Clock clock) {
    this.rows = rows;
    this.ending = ending;
    this.secrets = secrets;
    this.executor = executor;
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
    var sealed = secrets.seal(PURPOSE, id, SessionTokens.of(tokens).bytes());
    if (known == null) {
      rows.add(id, SessionTokens.of(tokens).subject(), sealed, expires);
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

  @Override
  public Uni<AuthorizationCodeTokens> getTokens(
      RoutingContext request,
      OidcTenantConfig tenant,
      String secret,
      OidcRequestContext<AuthorizationCodeTokens> blocking) {
    return blocking.runBlocking(() -> current(request, secret));
  }

  private AuthorizationCodeTokens current(RoutingContext request, String secret) {
    String id = id(secret);
    var tokens = read(request, id);
    if (tokens.expires().isBefore(clock.instant().plus(MARGIN))) tokens = renewed(request, id);
    request.put(SECRET, secret);
    return tokens.tokens();
  }

  /// A refresh token may be good for one use, and using it twice ends the sign-in. So of all
  /// requests that find the tokens run out, on whatever node, one goes on to renew them; the others
  /// wait for what it gets.
  private SessionTokens renewed(RoutingContext request, String id) {
    var end = clock.instant().plus(PATIENCE);
    boolean mine = false;
    while (clock.instant().isBefore(end)) {
      mine = mine || rows.beginRenewal(id, end);
      var tokens = read(request, id);
      if (tokens.expires().isAfter(clock.instant().plus(MARGIN))) {
        if (mine) rows.endRenewal(id);
        return tokens;
      }
      if (mine && tokens.expires().isBefore(clock.instant())) {
        request.put(RENEWAL, id);
        return tokens;
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    request.put(UNREACHABLE, Boolean.TRUE);
    throw new IllegalStateException("a renewal of the tokens takes too long");
  }

  private SessionTokens read(RoutingContext request, String id) {
    byte[] clear = secrets.open(PURPOSE, id, find(request, id));
    if (clear == null) throw new AuthenticationFailedException("sealed with a key that is gone");
    return SessionTokens.read(clear);
  }

  /// When a renewal came to nothing, the next request may try.
  Uni<Void> giveUpRenewal(RoutingContext request) {
    String id = request.get(RENEWAL);
    if (id == null) return Uni.createFrom().voidItem();
    return executor.executeBlocking(() -> {
      rows.endRenewal(id);
      return null;
    });
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
    return blocking.runBlocking(() -> end(secret));
  }

  private @Nullable Void end(String secret) {
    ending.end(id(secret));
    return null;
  }

  /// Whether or not the tokens are still good: whoever held a copy of the cookie is out, too.
  Uni<Void> signOut(RoutingContext request) {
    var cookie = request.request().getCookie(OidcUtils.SESSION_COOKIE_NAME);
    if (cookie == null) return Uni.createFrom().voidItem();
    String secret = cookie.getValue();
    request.response().addCookie(Cookie.cookie(cookie.getName(), "").setPath("/").setMaxAge(0));
    return executor.executeBlocking(() -> end(secret));
  }
}
