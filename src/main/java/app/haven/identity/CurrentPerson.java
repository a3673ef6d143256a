package app.haven.identity;

import app.haven.kernel.Caller;
import app.haven.kernel.PersonId;
import app.haven.kernel.SignIns;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/// Whose request this is, looked up once.
@RequestScoped
class CurrentPerson implements Caller {
  private final SignIns signIns;
  private final SecurityIdentity identity;
  private @Nullable PersonId person;

  @Inject
  CurrentPerson(SignIns signIns, SecurityIdentity identity) {
    this.signIns = signIns;
    this.identity = identity;
  }

  @Override
  public PersonId person() {
    var known = person;
    if (known == null) {
      known = signIns.of(identity).person();
      person = known;
    }
    return known;
  }
}
