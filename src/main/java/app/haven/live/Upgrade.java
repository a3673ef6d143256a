package app.haven.live;

import app.haven.kernel.Failures;
import app.haven.kernel.Refusal;
import app.haven.kernel.SignIns;
import app.haven.kernel.SignedIn;
import app.haven.web.Origins;
import io.netty.channel.Channel;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.VertxContextSupport;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jboss.logging.Logger;

/// Before a socket opens: from our own page or a program, and signed in. Browsers send cookies to
/// sockets from any site, so the origin is checked here or nowhere.
@ApplicationScoped
public class Upgrade implements HttpUpgradeCheck {
  static final TypedKey<SignedIn> SIGNED_IN = new TypedKey<>("signed-in");
  static final TypedKey<Channel> CHANNEL = new TypedKey<>("channel");
  static final TypedKey<FrameGuard> GUARD = new TypedKey<>("guard");
  private static final Logger LOG = Logger.getLogger(Upgrade.class);

  private final SignIns signIns;
  private final Origins origins;

  @Inject
  public Upgrade(SignIns signIns, Origins origins) {
    this.signIns = signIns;
    this.origins = origins;
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    if (!fromHome(context.httpRequest())) return CheckResult.rejectUpgrade(403);
    // Back to the line's own thread: opened from another, a quick hello would come before anybody
    // listens, and be lost.
    var line = Objects.requireNonNull(Vertx.currentContext());
    return context
        .securityIdentity()
        .flatMap(identity -> admit(context, identity))
        .onFailure()
        .recoverWithUni(failure -> turnAway(context, failure))
        .emitOn(answer -> line.runOnContext(_ -> answer.run()));
  }

  private boolean fromHome(HttpServerRequest request) {
    var given = request.headers().getAll("Origin");
    if (given.size() > 1) return false;
    return origins.allowed(given.isEmpty() ? null : given.getFirst(), Origins.byCookie(request));
  }

  private Uni<CheckResult> admit(HttpUpgradeContext context, SecurityIdentity identity) {
    if (identity.isAnonymous()) return CheckResult.rejectUpgrade(401);
    return VertxContextSupport.executeBlocking(() -> signIns.of(identity))
        .flatMap(signedIn -> permit(context, signedIn));
  }

  private static Uni<CheckResult> permit(HttpUpgradeContext context, SignedIn signedIn) {
    var channel = ((ConnectionBase) context.httpRequest().connection()).channel();
    context.userData().put(SIGNED_IN, signedIn);
    context.userData().put(CHANNEL, channel);
    var guard = new FrameGuard();
    context.userData().put(GUARD, guard);
    channel
        .eventLoop()
        .execute(() -> {
          // From an upgrade that was turned away on the same line.
          if (channel.pipeline().get(FrameGuard.NAME) != null) {
            channel.pipeline().remove(FrameGuard.NAME);
          }
          channel.pipeline().addBefore("handler", FrameGuard.NAME, guard);
        });
    return CheckResult.permitUpgrade();
  }

  private static Uni<CheckResult> turnAway(HttpUpgradeContext context, Throwable failure) {
    // A cookie or token that is none: the framework has answered 401 by itself.
    if (context.httpRequest().response().headWritten()) return Uni.createFrom().nothing();
    if (failure instanceof Refusal refusal) {
      return CheckResult.rejectUpgrade(refusal.code().status);
    }
    LOG.warnf("a socket was not opened: %s", Failures.describe(failure));
    return CheckResult.rejectUpgrade(503);
  }
}
