package app.haven.notify;

import app.haven.identity.People;
import app.haven.identity.VerifiedMail;
import app.haven.kernel.Caller;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// How one wants to be reached. Nobody else sees it.
@Path("/api/v1/notices")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NoticesResource {
  private final Caller caller;
  private final People people;
  private final VerifiedMail mail;
  private final ChoiceRows rows;
  private final Notices notices;
  private final PushKeys keys;
  private final Ways ways;
  private final Clock clock;

  @Inject
  NoticesResource(
      Caller caller,
      People people,
      VerifiedMail mail,
      ChoiceRows rows,
      Notices notices,
      PushKeys keys,
      Ways ways,
      Clock clock) {
    this.caller = caller;
    this.people = people;
    this.mail = mail;
    this.rows = rows;
    this.notices = notices;
    this.keys = keys;
    this.ways = ways;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "How one is reached while the app is closed")
  public NoticesView read() {
    PersonId me = caller.person();
    return view(QuarkusTransaction.requiringNew().call(() -> rows.of(me)), now());
  }

  @PATCH
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Changes how one is reached",
      description =
          "Takes any of pause (hour, tomorrow, open or null), moments, buttons and mail (true or"
              + " false).")
  public NoticesView change(@Nullable ObjectNode changes) {
    if (changes == null) throw Refusal.of(Code.BAD_FRAME, "One JSON object is expected here.");
    PersonId me = caller.person();
    var now = now();
    var address = address();
    return view(
        QuarkusTransaction.requiringNew().call(() -> changed(me, changes, address, now)), now);
  }

  private Choices changed(PersonId me, ObjectNode changes, Optional<String> address, Instant now) {
    var person = people.find(me).orElseThrow(NoticesResource::gone);
    var before = rows.lock(me);
    var after = NoticesChange.apply(before, changes, person, address, now);
    rows.save(me, after);
    // Whoever begins or ends a pause is here: what waited needs no more notice.
    if (changes.has("pause")) notices.removeAll(me);
    if (after.mail() == null) notices.removeAll(me, Notice.MAIL);
    return after;
  }

  /// Erased between the check of the sign-in and now.
  private static Refusal gone() {
    return Refusal.of(Code.SIGN_IN, "Please sign in to see this.");
  }

  private Optional<String> address() {
    return ways.mail() ? mail.address() : Optional.empty();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private NoticesView view(Choices choices, Instant now) {
    return NoticesView.of(
        ways.mail() ? choices : choices.withMail(null), keys.current(), address(), now);
  }
}
