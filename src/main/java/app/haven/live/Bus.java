package app.haven.live;

import app.haven.kernel.StreamId;
import app.haven.kernel.Wakeups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/// Carries the hints: inside the process on one node, over Kafka between nodes. A hint names
/// streams and nothing else, so that the broker never holds what anybody did. A lost one costs
/// seconds.
@ApplicationScoped
public class Bus implements Wakeups {
  private static final Logger LOG = Logger.getLogger(Bus.class);

  private final Emitter<String> out;
  private final Drains drains;
  private final boolean betweenNodes;

  @Inject
  public Bus(
      @Channel("wakeups-out") @OnOverflow(OnOverflow.Strategy.DROP) Emitter<String> out,
      @ConfigProperty(name = "haven.connector") String connector,
      Drains drains) {
    this.out = out;
    this.betweenNodes = !connector.equals("local");
    this.drains = drains;
  }

  @Override
  public void publish(Map<StreamId, Long> heads) {
    // A node must not need a broker for what it knows itself.
    if (betweenNodes) drains.wake(heads.keySet());
    try {
      var _ =
          out.send(
              heads.keySet().stream()
                  .map(id -> id.value().toString())
                  .collect(Collectors.joining(",")));
    } catch (RuntimeException e) {
      LOG.debug("a hint was not sent; the sweep finds what it was about");
    }
  }

  @Incoming("wakeups-in")
  void hear(String streams) {
    drains.wake(
        Arrays.stream(streams.split(",")).map(UUID::fromString).map(StreamId::new).toList());
  }
}
