package app.haven.pairing;

import app.haven.kernel.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;

/// The space of two; all one can do to it from outside is leave it.
@Path("/api/v1/couple")
@Authenticated
@RunOnVirtualThread
class CoupleResource {
  private final Caller caller;
  private final Leaving leaving;

  @Inject
  CoupleResource(Caller caller, Leaving leaving) {
    this.caller = caller;
    this.leaving = leaving;
  }

  @DELETE
  public void leave() {
    leaving.leave(caller.person());
  }
}
