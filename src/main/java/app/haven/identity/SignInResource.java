package app.haven.identity;

import io.quarkus.security.Authenticated;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/// The two pages that lead to the identity provider and back.
@Path("/")
class SignInResource {
  static final String SIGN_IN = "/sign-in";
  static final String SIGN_OUT = "/sign-out";

  private final CurrentIdentityAssociation identity;

  @Inject
  SignInResource(CurrentIdentityAssociation identity) {
    this.identity = identity;
  }

  @GET
  @Path(SIGN_IN)
  @Authenticated
  public Response signIn() {
    return home();
  }

  /// Looking at the identity on this path is what ends the sign-in, here and at the provider.
  /// Whoever was not signed in is simply led home.
  @GET
  @Path(SIGN_OUT)
  @PermitAll
  public Uni<Response> signOut() {
    return identity
        .getDeferredIdentity()
        .map(_ -> home())
        .onFailure(AuthenticationFailedException.class)
        .recoverWithItem(SignInResource::home)
        .onFailure(AuthenticationCompletionException.class)
        .recoverWithItem(SignInResource::home);
  }

  private static Response home() {
    return Response.seeOther(URI.create("/")).build();
  }
}
