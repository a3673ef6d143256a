package app.haven.identity;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
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
  private final SignOut signOut;

  @Inject
  SignInResource(CurrentIdentityAssociation identity, SignOut signOut) {
    this.identity = identity;
    this.signOut = signOut;
  }

  @GET
  @Path(SIGN_IN)
  @Authenticated
  public Response signIn() {
    return home();
  }

  /// Whoever was not signed in is simply led home.
  @GET
  @Path(SIGN_OUT)
  @PermitAll
  public Uni<Response> signOut(RoutingContext request) {
    return identity
        .getDeferredIdentity()
        .chain(who -> signOut.atProvider(who, request))
        .onFailure(SecurityException.class)
        .recoverWithNull()
        .chain(() -> signOut.here(request))
        .replaceWith(SignInResource::home);
  }

  private static Response home() {
    return Response.seeOther(URI.create("/")).build();
  }
}
