package app.haven.identity;

import app.haven.kernel.Failures;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcProviderClient;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/// Ends a browser's sign-in at the identity provider and here. The provider is told from server to
/// server (RFC 7009): the usual redirect would carry the identity token in an address.
@ApplicationScoped
class SignOut {
  private static final Logger LOG = Logger.getLogger(SignOut.class);

  private final Sessions sessions;

  @Inject
  SignOut(Sessions sessions) {
    this.sessions = sessions;
  }

  /// A provider that cannot be reached does not keep anybody signed in here.
  Uni<Void> atProvider(SecurityIdentity who, RoutingContext request) {
    OidcProviderClient provider = who.getAttribute(OidcProviderClient.class.getName());
    AuthorizationCodeTokens tokens = request.get(AuthorizationCodeTokens.class.getName());
    if (provider == null || tokens == null || tokens.getRefreshToken() == null) {
      return Uni.createFrom().voidItem();
    }
    return provider
        .revokeRefreshToken(tokens.getRefreshToken())
        .onFailure()
        .invoke(e -> LOG.warnf("a sign-in stays at the provider: %s", Failures.describe(e)))
        .onFailure()
        .recoverWithItem(false)
        .replaceWithVoid();
  }

  Uni<Void> here(RoutingContext request) {
    return sessions.signOut(request);
  }
}
