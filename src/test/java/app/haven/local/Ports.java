package app.haven.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Ports on this machine.
public final class Ports {
  private Ports() {}

  public static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Says who wanted the port and how to choose another, instead of a stack trace later.
  static void claim(int port, String who, String setting) {
    try (var socket = new ServerSocket()) {
      // A port that was freed a moment ago (TIME_WAIT) is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new CannotStart(
          "Port %d is in use by another program, and %s needs it. Stop that program, or choose another port: %s=%d ./haven up"
              .formatted(port, who, setting, port + 10));
    }
  }
}
