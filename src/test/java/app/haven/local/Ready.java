package app.haven.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// Waits until a server answers 200, and shows the end of its log when it does not.
final class Ready {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SHOWN_LINES = 25;

  private Ready() {}

  static void await(String who, Child server, URI uri, Path log) {
    try {
      Awaitility.await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(50))
          .atMost(PATIENCE)
          .until(() -> !server.alive() || answers(uri));
    } catch (ConditionTimeoutException e) {
      server.kill();
      throw new CannotStart(who + " did not get ready. Its log: " + log + "\n" + endOf(log), e);
    }
    if (!server.alive())
      throw new CannotStart(who + " did not start. Its log: " + log + "\n" + endOf(log));
  }

  private static boolean answers(URI uri) throws InterruptedException {
    var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
    try {
      return Http.CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static String endOf(Path log) {
    try {
      var lines = Files.readAllLines(log);
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
