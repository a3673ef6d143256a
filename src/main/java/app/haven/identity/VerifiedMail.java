package app.haven.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// The mail address that the identity provider vouches for: nobody can make this server write to
/// somebody else.
@RequestScoped
public class VerifiedMail {
  private static final String ONE = "[^\\s@,;<>\"()\\[\\]]{1,64}@[A-Za-z0-9.-]{1,180}";

  private final SecurityIdentity identity;

  @Inject
  public VerifiedMail(SecurityIdentity identity) {
    this.identity = identity;
  }

  public Optional<String> address() {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) return Optional.empty();
    Object verified = token.getClaim("email_verified");
    Object email = token.getClaim("email");
    return "true".equals(String.valueOf(verified))
            && email instanceof String address
            && address.matches(ONE)
        ? Optional.of(address)
        : Optional.empty();
  }
}
