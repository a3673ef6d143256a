package app.haven.local;

import java.net.http.HttpClient;
import java.time.Duration;

/// One client for whatever a test asks over plain HTTP. It is never closed: closing waits for every
/// exchange, also for those of a server that was killed in between. It speaks HTTP/1.1, where each
/// exchange has its own line that breaks with the server.
public final class Http {
  public static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private Http() {}
}
