package app.haven.attack;

import app.haven.client.Api;
import app.haven.client.Device;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletionException;

/// How the live door answers an attempt to open it.
final class Upgrading {
  private Upgrading() {}

  /// @param headers name, value, name, value …
  /// @return 101, or the status of the refusal
  static int status(Api who, String... headers) {
    try (var _ = Device.open(who, true, List.of(headers))) {
      return 101;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException shut)
        return shut.getResponse().statusCode();
      throw e;
    }
  }
}
