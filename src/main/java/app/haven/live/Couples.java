package app.haven.live;

import app.haven.kernel.Partners;
import app.haven.kernel.StreamId;
import app.haven.kernel.Streams;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;

/// Lets a socket follow a shared stream that began while it was open.
@ApplicationScoped
public class Couples {
  private final Partners partners;
  private final Streams streams;
  private final Sockets sockets;

  @Inject
  public Couples(Partners partners, Streams streams, Sockets sockets) {
    this.partners = partners;
    this.streams = streams;
    this.sockets = sockets;
  }

  /// @param wake called with the stream once the socket stands under it
  void follow(LiveSession session, Consumer<Collection<StreamId>> wake) {
    QuarkusTransaction.requiringNew()
        .call(() -> partners.of(session.person))
        .ifPresent(paired -> {
          var ours = paired.couple().ours();
          var stream = streams.read(Set.of(ours)).get(ours);
          if (stream == null || stream.closed()) return;
          sockets.follow(ours, session);
          session.opened(stream);
          wake.accept(Set.of(ours));
        });
  }
}
