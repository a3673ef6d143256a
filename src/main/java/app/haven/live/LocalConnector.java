package app.haven.live;

import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.smallrye.reactive.messaging.connector.OutboundConnector;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/// The bus of a single node: what goes out comes in. SmallRye's in-memory connector is a test tool
/// that does not loop and keeps every message.
@ApplicationScoped
@Connector("local")
public class LocalConnector implements InboundConnector, OutboundConnector {
  /// With dropping instead of a buffer, every second hint was lost.
  private static final int WAITING = 10_000;

  private final BroadcastProcessor<Message<?>> loop = BroadcastProcessor.create();

  @Override
  public Flow.Publisher<? extends Message<?>> getPublisher(Config config) {
    return loop.onOverflow().buffer(WAITING);
  }

  @Override
  public Flow.Subscriber<? extends Message<?>> getSubscriber(Config config) {
    return loop;
  }
}
