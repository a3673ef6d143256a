package app.haven.safety;

import app.haven.kernel.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;

/// Erasing one's account. Nobody is asked, and nobody can undo it.
@Path("/api/v1/me")
@Authenticated
@RunOnVirtualThread
class ErasureResource {
  private final Caller caller;
  private final Erasing erasing;

  @Inject
  ErasureResource(Caller caller, Erasing erasing) {
    this.caller = caller;
    this.erasing = erasing;
  }

  @DELETE
  public void erase() {
    erasing.erase(caller.person());
  }
}
