package app.haven.identity;

import app.haven.kernel.Failures;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.web.Answers;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.util.Set;

/// Only the sign-in page leads to the identity provider. Everything else answers 401 to whoever is
/// not signed in: a program, and the page's own script, cannot follow a redirect to a login form.
@Alternative
@Priority(1)
@ApplicationScoped
class SignInDoor implements HttpAuthenticationMechanism {
  private static final int BEFORE_OIDC = 3_000;
  private static final Set<String> PAGES = Set.of(SignInResource.SIGN_IN, SignInResource.SIGN_OUT);

  private final OidcAuthenticationMechanism oidc;

  private final Sessions sessions;

  @Inject
  SignInDoor(OidcAuthenticationMechanism oidc, Sessions sessions) {
    this.oidc = oidc;
    this.sessions = sessions;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    return oidc.authenticate(request, identities)
        .onTermination()
        .invoke(() -> request.put(HttpAuthenticationMechanism.class.getName(), this))
        .onFailure()
        .call(() -> sessions.giveUpRenewal(request))
        .onFailure()
        .transform(failure -> failure(request, failure));
  }

  private static Throwable failure(RoutingContext request, Throwable failure) {
    if (Sessions.unreachable(request)) {
      Sessions.keepCookie(request);
      return Failures.unavailable();
    }
    return failure instanceof AuthenticationRedirectException && !page(request)
        ? new AuthenticationFailedException(failure)
        : failure;
  }

  private static boolean page(RoutingContext request) {
    return PAGES.contains(request.request().path());
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    if (page(request)) return oidc.getChallenge(request);
    return Uni.createFrom()
        .item(
            new ChallengeData(
                HttpResponseStatus.UNAUTHORIZED.code(), "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext request) {
    if (page(request)) return oidc.sendChallenge(request);
    Answers.end(request, Refusal.of(Code.SIGN_IN, "Please sign in to see this.").problem());
    return Uni.createFrom().item(true);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return oidc.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return oidc.getCredentialTransport(request);
  }

  @Override
  public int getPriority() {
    return BEFORE_OIDC;
  }
}
