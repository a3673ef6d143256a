package app.haven.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the live door keeps its sockets.
@ConfigMapping(prefix = "haven.live")
public interface LiveSettings {
  /// Between two pings of the server, give or take a tenth.
  @WithDefault("PT20S")
  Duration heartbeat();

  /// How long an answer to a ping may take.
  @WithDefault("PT10S")
  Duration pongWithin();

  /// How long a `hello` may take after the socket opened.
  @WithDefault("PT5S")
  Duration helloWithin();

  /// How often heads and sign-ins are compared, in case hints were lost.
  @WithDefault("PT5S")
  Duration sweepEvery();

  /// Sockets of one person on one node.
  @WithDefault("5")
  int socketsPerPerson();
}
