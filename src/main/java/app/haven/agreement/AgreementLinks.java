package app.haven.agreement;

import app.haven.kernel.Linkable;
import app.haven.kernel.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/// An agreement can be what something else grew out of.
@ApplicationScoped
class AgreementLinks implements Linkable {
  private final Agreements agreements;

  @Inject
  AgreementLinks(Agreements agreements) {
    this.agreements = agreements;
  }

  @Override
  public String kind() {
    return "agreement";
  }

  @Override
  public boolean exists(StreamId stream, UUID id) {
    return agreements.of(stream, id).isPresent();
  }
}
