package app.haven.notify;

import app.haven.kernel.Failures;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Hands one message to a push service (RFC 8030), encrypted for the browser alone (RFC 8291).
/// Follows no redirect and reads no answer but its head.
///
/// Urgency, topic and time to live are the same for all: they stand in the clear, and a push
/// service must not be able to tell a time-out from a thank-you. What waits for a browser that is
/// off is replaced by what comes later (topic): one sentence is enough.
@ApplicationScoped
class PushClient {
  private static final Logger LOG = Logger.getLogger(PushClient.class);
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration ANSWERING = Duration.ofSeconds(10);
  private static final Duration KEPT = Duration.ofHours(24);

  /// Push services take at most a day; clocks differ.
  private static final Duration PROOF = Duration.ofHours(12);

  private final PushServices services;
  private final PushKeys keys;
  private final String subject;
  private final Clock clock;
  private final HttpClient http;

  @Inject
  PushClient(
      PushServices services,
      PushKeys keys,
      @ConfigProperty(name = "haven.public-url") URI home,
      Vertx vertx,
      Clock clock) {
    this.services = services;
    this.keys = keys;
    // Nothing else is allowed there; a server without TLS is somebody's own machine.
    this.subject = "https://" + home.getHost();
    this.clock = clock;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setSsl(true)
                .setVerifyHost(true)
                .setKeepAlive(false)
                .setConnectTimeout((int) CONNECTING.toMillis())
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setIdleTimeout((int) ANSWERING.toSeconds()));
  }

  Outcome send(Subscription subscription, byte[] payload) {
    var address = services.address(subscription.endpoint());
    var key = keys.current();
    if (address.isEmpty() || key.isEmpty()) return new Outcome.Done();
    try {
      var dial = services.dial(address.get());
      return dial.isEmpty()
          ? new Outcome.Done()
          : post(address.get(), dial.get(), subscription, key.get(), payload);
    } catch (UnknownHostException | ExecutionException | TimeoutException e) {
      LOG.warnf("a push service is out of reach: %s", Failures.describe(e));
      return new Outcome.Again(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Again(null);
    }
  }

  private Outcome post(
      URI to, InetSocketAddress dial, Subscription subscription, PushKey key, byte[] payload)
      throws InterruptedException, ExecutionException, TimeoutException {
    var message = MessageEncryptions.of().encrypt(subscription.keyInfo(), PushMessage.of(payload));
    var request =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(dial))
            .setHost(PushServices.host(to))
            .setPort(PushServices.port(to))
            .setURI(to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()))
            .setFollowRedirects(false)
            .setTimeout(ANSWERING.toMillis())
            .putHeader("Content-Encoding", message.contentEncoding())
            .putHeader("Content-Type", message.mediaType())
            .putHeader("TTL", Long.toString(KEPT.toSeconds()))
            .putHeader("Urgency", "high")
            .putHeader("Topic", "haven")
            .putHeader(
                "Authorization",
                key.authorization(to.toString(), subject, clock.instant().plus(PROOF)));
    return http.request(request)
        .compose(opened -> opened.send(Buffer.buffer(message.toBytes())).compose(this::outcome))
        .toCompletionStage()
        .toCompletableFuture()
        .get(CONNECTING.plus(ANSWERING).plusSeconds(2).toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Whatever the answer goes on to say, it is cut off here.
  private Future<Outcome> outcome(HttpClientResponse answer) {
    // Nobody listens any more: that is no failure worth a line.
    answer.exceptionHandler(_ -> {});
    answer.request().reset();
    return Future.succeededFuture(
        Answers.outcome(answer.statusCode(), answer.getHeader("Retry-After"), clock.instant()));
  }

  @PreDestroy
  void close() {
    http.close();
  }
}
